import type { IncomingMessage, ServerResponse } from "node:http";
import { writeReadableStreamToWritable } from "@react-router/node";

/** The body was larger than allowed; the rest of it was not read. */
export class BodyTooLarge extends Error {}

/**
 * Reads a request's body whole, so that nothing behind it ever meets half a body.
 *
 * @param most bytes
 * @throws BodyTooLarge as soon as more than `most` bytes are announced or have come
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array> {
  if (Number(request.headers["content-length"] ?? 0) > most) throw new BodyTooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  // Destroying the stream would close the line before the refusal is sent.
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.byteLength;
    if (size > most) throw new BodyTooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * A request's body piece by piece, for whoever asks for it: what nobody asks for is not read.
 *
 * @param most bytes; the stream fails with BodyTooLarge behind them
 * @throws BodyTooLarge where more are announced
 */
export function streamBody(request: IncomingMessage, most: number): ReadableStream<Uint8Array> {
  if (Number(request.headers["content-length"] ?? 0) > most) throw new BodyTooLarge();
  const pieces = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  let size = 0;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await pieces.next();
      if (next.done) return controller.close();
      size += next.value.byteLength;
      if (size > most) return controller.error(new BodyTooLarge());
      controller.enqueue(next.value);
    },
  });
}

/** The request as the pages see it; its address begins with `origin`, whatever the Host header says. */
export function toRequest(
  message: IncomingMessage,
  origin: string,
  body: Uint8Array | ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return new Request(new URL(`${origin}${message.url ?? "/"}`), {
    method: message.method,
    headers,
    signal,
    ...(body === null ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : body }),
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
}

/** Sends a page's answer on; headers that are set already stay unless the answer has its own. */
export async function sendResponse(response: Response, to: ServerResponse): Promise<void> {
  to.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") to.appendHeader(name, value);
    else to.setHeader(name, value);
  }
  if (response.body === null) to.end();
  else await writeReadableStreamToWritable(response.body, to);
}
