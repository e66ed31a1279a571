/** A PDF file to save: never shown inside a page, never kept by a cache. */
export function pdfAttachment({
  fileName,
  bytes,
}: {
  /** Letters, digits, dots and dashes only: a number of the portal's own. */
  fileName: string;
  bytes: Uint8Array;
}): Response {
  if (!/^[\w.-]+$/.test(fileName)) throw new Error(`Not a safe file name: ${fileName}`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

/**
 * A file that somebody handed in, to be saved: its name is given as RFC 6266 has it, and even where a
 * browser showed it, nothing in it could run, load or send anything.
 */
export function storedFileAttachment({
  name,
  contentType,
  bytes,
}: {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}): Response {
  const plain = name.replace(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  const type = contentType === "text/plain" ? "text/plain; charset=utf-8" : contentType;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
