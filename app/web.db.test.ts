import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type Answer, type TestWeb } from "#test/helpers/web.ts";

let fixture: TestPortal;
let web: TestWeb;
beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
});
afterAll(async () => {
  await web.close();
  await fixture.close();
});

const formType = { "content-type": "application/x-www-form-urlencoded" };
const stylesheet = async () =>
  /href="(\/assets\/[^"]+\.css)"/.exec((await web.get("/")).body)?.[1] ?? "none";

/** One answer of each kind. */
const kinds: Record<string, () => Promise<Answer>> = {
  page: () => web.get("/"),
  form: () => web.get("/sign-in"),
  "refused form": () => web.post("/sign-in", { email: "x", password: "" }),
  redirect: () => web.get("/portal"),
  "missing page": () => web.get("/no/such/page"),
  "data of a page": () => web.get("/sign-in.data"),
  resource: () => web.get("/health/ready"),
  script: async () =>
    web.get(/"(\/assets\/[^"]+\.js)"/.exec((await web.get("/")).body)?.[1] ?? "none"),
  stylesheet: async () => web.get(await stylesheet()),
  icon: () => web.get("/favicon.svg"),
  "missing file": () => web.get("/assets/missing.js"),
  "foreign origin": () =>
    web.send({ method: "POST", path: "/sign-in", headers: { origin: "https://evil.example" } }),
  "other method": () => web.send({ method: "DELETE", path: "/" }),
  "no form": () =>
    web.send({
      ...{ method: "POST", path: "/sign-in", body: "{}" },
      headers: { origin: web.origin, "content-type": "application/json" },
    }),
  "too large": () =>
    web.send({
      ...{ method: "POST", path: "/sign-in", body: "a".repeat(1_100_000) },
      headers: { origin: web.origin, ...formType },
    }),
  "NUL in the address": () => web.get("/catalog?x=%00"),
  "unsigned webhook": () => web.send({ method: "POST", path: "/webhooks/stripe", body: "{}" }),
};

const statuses: Record<string, number> = {
  page: 200,
  form: 200,
  "refused form": 422,
  redirect: 303,
  "missing page": 404,
  "data of a page": 200,
  resource: 200,
  script: 200,
  stylesheet: 200,
  icon: 200,
  "missing file": 404,
  "foreign origin": 403,
  "other method": 405,
  "no form": 415,
  "too large": 413,
  "NUL in the address": 400,
  "unsigned webhook": 400,
};

describe.each(Object.entries(kinds))("the answer: %s", (kind, ask) => {
  let answer: Answer;
  beforeAll(async () => {
    answer = await ask();
  });

  test("has its status", () => expect(answer.status).toBe(statuses[kind]));

  test("has every security header, once, and tells nothing of the software", () => {
    const { headers, rawHeaders } = answer;
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='(;|$)/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toMatch(/camera=\(\)/);
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    const hsts = /max-age=(\d+)/.exec(String(headers["strict-transport-security"]))?.[1];
    expect(Number(hsts)).toBeGreaterThanOrEqual(365 * 24 * 3600);
    expect(headers["x-powered-by"] ?? headers["server"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    const names = rawHeaders
      .filter((_, index) => index % 2 === 0)
      .map((name) => name.toLowerCase());
    const repeated = names.filter(
      (name, index) => name !== "set-cookie" && names.indexOf(name) !== index,
    );
    expect(repeated).toEqual([]);
  });

  test("says what it is and whether it may be kept", () => {
    const { headers, body } = answer;
    if (body !== "") expect(headers["content-type"]).toMatch(/charset=utf-8|image\//i);
    if (["script", "stylesheet"].includes(kind)) {
      expect(headers["cache-control"]).toMatch(/max-age=31536000, immutable/);
    } else if (kind !== "icon") expect(headers["cache-control"]).toBe("no-store");
  });

  test("gives its nonce to every script", () => {
    const nonce = /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1];
    const isPage = answer.headers["content-type"]?.startsWith("text/html");
    const page = isPage ? answer.body : "";
    const scripts = page.match(/<script\b[^>]*>/g) ?? [];
    if (kind === "page") expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(/ (on[a-z]+|style)="|javascript:/.exec(page)?.[0]).toBeUndefined();
  });

  test("tells nothing of what is inside", () => {
    const leak = /\/home\/|node_modules|at \w+ \(.*:\d+:\d+\)|select "?\w+"? from/;
    expect(leak.exec(kind === "script" ? "" : answer.body)?.[0]).toBeUndefined();
  });
});

test("no two answers have the same nonce or number", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => web.get("/sign-in")));
  for (const name of ["content-security-policy", "x-request-id"]) {
    expect(new Set(answers.map((answer) => answer.headers[name])).size).toBe(20);
  }
});

test.each([
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/language",
  "/sign-out",
  "/account",
  "/no/such",
])("a form to %s is taken from the portal's own pages only", async (path) => {
  const { origin } = web;
  const from = (headers: Record<string, string>) =>
    web.send({ method: "POST", path, body: "", headers: { ...formType, ...headers } });
  const refused: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `${origin}.evil.example` },
    { origin: origin.replace("http:", "https:") },
    { origin, "sec-fetch-site": "cross-site" },
    { origin, "sec-fetch-site": "same-site" },
    { origin: "https://evil.example", host: "evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ];
  for (const headers of refused) expect((await from(headers)).status).toBe(403);
  expect((await from({ origin })).status).not.toBe(403);
});

test("forwarded headers and the Host header change no address", async () => {
  const forged = {
    host: "evil.example",
    ...{
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
    },
  };
  for (const path of ["/portal", "/", "/sign-in"]) {
    const answer = await web.send({ path, headers: forged });
    expect(`${answer.headers.location ?? ""}${answer.body}`).not.toContain("evil.example");
  }
});

test("a body that never ends is refused after one megabyte", async () => {
  const head =
    `POST /sign-in HTTP/1.1\r\nHost: x\r\nOrigin: ${web.origin}\r\n` +
    `Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const text = await new Promise<string>((resolve, reject) => {
    let received = "";
    const socket = connect(web.port, "127.0.0.1", () => {
      socket.write(head);
      const piece = `10000\r\n${"a".repeat(0x10000)}\r\n`;
      for (let n = 0; n < 32; n += 1) socket.write(piece);
    });
    socket.on("data", (data) => (received += data.toString("utf8")));
    socket.on("error", () => resolve(received));
    socket.on("close", () => resolve(received));
    setTimeout(() => reject(new Error("The connection stayed open.")), 10_000).unref();
  });
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
});

test.each([
  "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
  "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: a\r\nX: a\nb\r\n\r\n",
])("an ambiguous request is refused: %j", async (text) => {
  const answer = await new Promise<string>((resolve) => {
    let received = "";
    const socket = connect(web.port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (data) => {
      received += data.toString("utf8");
      socket.destroy();
    });
    socket.on("error", () => resolve(received));
    socket.on("close", () => resolve(received));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
});

test.each([
  "/../package.json",
  "/assets/..%2f..%2fpackage.json",
  "/.env",
  "/.git/config",
  "/.vite/manifest.json",
  "/assets/",
  "/server/index.js",
  "/assets/%c0%ae%c0%ae/x",
  "/%",
  "/portal/%E0%A4%A",
  "//evil.example/",
  "/catalog%00",
])("%s leads to no file", async (path) => {
  const answer = await web.send({ path });
  expect([303, 400, 404]).toContain(answer.status);
  expect(answer.headers.location ?? "/").toMatch(/^\/(?!\/)/);
});

test("a NUL in a form is refused before it reaches the database", async () => {
  const answer = await web.post("/sign-in", { email: "a\0@b.example", password: "x" });
  expect(answer.status).toBe(400);
});

test("cookies and forms of strange forms never make the portal fail", async () => {
  const bodies = [
    "%",
    "email=%ff%fe",
    "email=a&email=b",
    "email[]=x",
    "__proto__=x&constructor=y",
    "email=" + "%F0%9F%98%80".repeat(1000),
    "=".repeat(5000),
  ];
  for (const body of bodies) {
    for (const path of ["/sign-in", "/sign-up", "/verify-email", "/reset-password", "/language"]) {
      const headers = {
        ...formType,
        origin: web.origin,
        cookie: "__Host-portal.session_token=%zz.; locale=xx",
      };
      const answer = await web.send({ method: "POST", path, body, headers });
      expect(answer.status, `${path} ${body.slice(0, 20)}`).toBeLessThan(500);
    }
  }
});

test("a page in the language asked for, else Japanese", async () => {
  const ask = (headers: Record<string, string>) => web.send({ path: "/sign-in", headers });
  expect((await ask({})).body).toContain('lang="ja"');
  expect((await ask({ "accept-language": "en-GB,en;q=0.9" })).body).toContain('lang="en"');
  expect((await ask({ "accept-language": "en", cookie: "locale=ja" })).body).toContain('lang="ja"');
});
