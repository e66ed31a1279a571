import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Fault } from "../store/tables.ts";

/** A request read to its end. `query` comes without the question mark. */
export interface Exchange {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The fault armed for this request, if any. */
  fault: Fault | null;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

export class BodyTooLarge extends Error {}

/** Reads the request; throws BodyTooLarge above `limit` bytes. */
export async function readExchange(message: IncomingMessage, limit: number): Promise<Exchange> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(`Body above ${limit} bytes`);
    chunks.push(chunk);
  }
  const [path = "/", query = ""] = (message.url ?? "/").split("?", 2);
  return {
    method: message.method ?? "GET",
    path,
    query,
    headers: message.headers,
    body: Buffer.concat(chunks).toString("utf8"),
    fault: null,
  };
}

/** A header's value, the first one if it came several times. */
export function header(exchange: Exchange, name: string): string | null {
  const value = exchange.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** A reply whose body is text. */
export type TextReply = Reply & { body: string };

export function json(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): TextReply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: `${JSON.stringify(value, null, 2)}\n`,
  };
}

export function redirect(location: string): Reply {
  return { status: 303, headers: { location }, body: "" };
}
