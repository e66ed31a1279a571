import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type Stripe from "stripe";
import { until } from "./until.ts";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  event: Stripe.Event;
}

/** A webhook endpoint that keeps what it gets and answers what it is told to. */
export interface WebhookReceiver {
  url: string;
  received: Received[];
  /** The HTTP status of the answers from now on. */
  answer(status: number): void;
  /** The types of all events, or of those that mention an id, in the order of arrival. */
  types(about?: string): string[];
  /** Waits until this many webhooks came. */
  wait(count: number): Promise<Received[]>;
  close(): Promise<void>;
}

/** Listens on the port, or on a free one. */
export async function startReceiver(port = 0): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    if (status < 300) received.push({ headers: request.headers, body, event: JSON.parse(body) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/webhooks`,
    received,
    answer: (next) => void (status = next),
    types: (about = "") =>
      received.filter(({ body }) => body.includes(about)).map(({ event }) => event.type),
    wait: async (count) => {
      await until(() => received.length >= count);
      return received;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
