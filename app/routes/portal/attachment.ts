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
