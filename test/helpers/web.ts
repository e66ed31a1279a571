import { request, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { Portal } from "#app/portal.ts";
import { loadBundle } from "./bundle.ts";

export interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** The header lines as they came, name and value in turn. */
  rawHeaders: string[];
  body: string;
}

/** Somebody who asks: the cookies of a sign-in, or none. */
export type Cookies = string | null;

export interface TestWeb {
  /** The portal's own origin, which forms come from. */
  readonly origin: string;
  readonly port: number;
  /** Sends exactly this, without a browser's help. */
  send(sent: Sent): Promise<Answer>;
  /** Looks at a page as a browser does. */
  get(path: string, cookies?: Cookies): Promise<Answer>;
  /** Sends a form as the portal's own page does. */
  post(path: string, form: Record<string, string>, cookies?: Cookies): Promise<Answer>;
  /** Signs in. Returns the cookies. Throws where it fails. */
  signIn(email: string, password: string): Promise<string>;
  close(): Promise<void>;
}

/** What a browser keeps of an answer's cookies. */
export function cookiesOf(answer: Answer): string {
  return (answer.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

/** Serves the built portal, on the portal given, at a free port of this machine. */
export async function openTestWeb(portal: Portal): Promise<TestWeb> {
  const { createWeb, stopWeb, build } = await loadBundle();
  const server = createWeb({
    ...{ portal, build, clientFolder: resolve("build/client"), trustedProxies: 0 },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const { host, origin } = new URL(portal.appUrl);

  const send = ({ method = "GET", path, headers: more = {}, body }: Sent) =>
    new Promise<Answer>((done, reject) => {
      const headers = { host, ...more };
      const outgoing = request({ host: "127.0.0.1", port, method, path, headers }, (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on("data", (piece: Buffer) => pieces.push(piece));
        incoming.on("error", reject);
        incoming.on("end", () =>
          done({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            rawHeaders: incoming.rawHeaders,
            body: Buffer.concat(pieces).toString("utf8"),
          }),
        );
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  const asBrowser = (cookies: Cookies): Record<string, string> =>
    cookies ? { cookie: cookies } : {};

  const web: TestWeb = {
    ...{ origin, port, send },
    get: (path, cookies = null) => send({ path, headers: asBrowser(cookies) }),
    post: (path, form, cookies = null) =>
      send({
        ...{ method: "POST", path, body: new URLSearchParams(form).toString() },
        headers: {
          ...asBrowser(cookies),
          ...{ origin, "sec-fetch-site": "same-origin" },
          "content-type": "application/x-www-form-urlencoded",
        },
      }),
    signIn: async (email, password) => {
      const answer = await web.post("/sign-in", { email, password });
      if (answer.status !== 303) throw new Error(`${email} was not signed in: ${answer.status}`);
      return cookiesOf(answer);
    },
    close: () => stopWeb(server),
  };
  return web;
}
