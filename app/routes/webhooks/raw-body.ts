const oneMegabyte = 1024 * 1024;

/**
 * The exact bytes of a request, or null where they are more than `limit`: then no more is read than
 * the limit.
 */
export async function readRawBody(
  request: Request,
  limit = oneMegabyte,
): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Answers that are the same for everybody, so that nothing can be learned from them. */
const answers = {
  stored: { status: 200, text: "ok" },
  duplicate: { status: 200, text: "ok" },
  refused: { status: 400, text: "refused" },
  tooLarge: { status: 413, text: "too large" },
  method: { status: 405, text: "POST only" },
};

/** The constant answer to a delivery. */
export function answerOf(outcome: keyof typeof answers): Response {
  const { status, text } = answers[outcome];
  const headers = { "content-type": "text/plain", "cache-control": "no-store" };
  return new Response(text, {
    status,
    headers: outcome === "method" ? { ...headers, allow: "POST" } : headers,
  });
}
