import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { action as resend } from "#app/routes/webhooks/resend.ts";
import { action as stripe } from "#app/routes/webhooks/stripe.ts";

/** How the portal answered one delivery. */
export interface Answered {
  provider: "stripe" | "resend";
  status: number;
  /** The event's type; null for a body that can't be read. */
  type: string | null;
}

/** The portal's webhook routes behind a port of their own, as a provider finds them. */
export interface WebhookDoor {
  /** Without a slash at the end. */
  url: string;
  /** Every delivery so far, in the order of the answers. */
  answers: Answered[];
  close(): Promise<void>;
}

async function bytesOf(message: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function typeOf(body: Buffer): string | null {
  try {
    return (JSON.parse(body.toString()) as { type: string }).type;
  } catch {
    return null;
  }
}

/** Opens the door of this process's portal, which may be installed later. */
export async function openWebhookDoor(): Promise<WebhookDoor> {
  const answers: Answered[] = [];
  const answer = async (message: IncomingMessage): Promise<number> => {
    const body = await bytesOf(message);
    const provider = message.url?.endsWith("/resend") ? "resend" : "stripe";
    const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value)]);
    const request = new Request(`http://portal.example${message.url}`, {
      ...{ method: message.method, body, headers: Object.fromEntries(headers) as HeadersInit },
    });
    const action = provider === "resend" ? resend : stripe;
    const { status } = await action({ request } as Parameters<typeof stripe>[0]).catch(() => {
      return new Response(null, { status: 500 });
    });
    answers.push({ provider, status, type: typeOf(body) });
    return status;
  };
  const server = createServer((message, response) => {
    void answer(message).then(
      (status) => response.writeHead(status).end(),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
