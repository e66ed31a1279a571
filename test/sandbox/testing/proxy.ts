import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a proxy does with a request instead of passing it on; null passes it on. */
export type Interference = (
  request: IncomingMessage,
  response: ServerResponse,
) => "answered" | null;

/** Changes the JSON of an answer on its way back. */
export type Rewrite = (body: Record<string, unknown>, request: IncomingMessage) => unknown;

/** A way to the sandbox on which answers can be lost, spoilt and changed. */
export interface Proxy {
  url: string;
  /** Requests that came, as "GET /v1/…". */
  seen: string[];
  interfere(how: Interference | null): void;
  rewrite(how: Rewrite | null): void;
  close(): Promise<void>;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Opens a proxy on a free port before `target`, an address without a path. */
export async function openProxy(target: string): Promise<Proxy> {
  let interference: Interference | null = null;
  let change: Rewrite | null = null;
  const seen: string[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url = "/" } = request;
    seen.push(`${method} ${url.split("?")[0]}`);
    const body = await bytesOf(request);
    if (interference?.(request, response) === "answered") return;
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name, value]) =>
          typeof value === "string" && !/^(host|connection|content-length)$/.test(name),
      ),
    ) as Record<string, string>;
    const hasBody = method !== "GET" && body.byteLength > 0;
    const answer = await fetch(target + url, {
      method,
      headers,
      ...(hasBody && { body: new Uint8Array(body) }),
    });
    let text = await answer.text();
    if (change) text = JSON.stringify(change(JSON.parse(text) as Record<string, unknown>, request));
    const passed = ["content-type", "request-id", "idempotent-replayed"].flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(answer.status, Object.fromEntries(passed)).end(text);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    interfere: (how) => void (interference = how),
    rewrite: (how) => void (change = how),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
