import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createStaff } from "#app/usecases/accounts/create-account.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { takesFiles } from "./upload.ts";

let fixture: TestPortal;
let web: TestWeb;
let cookies = "";
let page = "";
beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  const person = { email: "o@operator.example", name: "o", password: "correct horse battery" };
  await createStaff(fixture.portal, { ...person, role: "operations" });
  cookies = await web.signIn(person.email, person.password);
  page = `/operations/breaches/${await fixture.addCustomer("みなと商事")}/new`;
});
afterAll(async () => {
  await web.close();
  await fixture.close();
});

const part = (head: string, body: string) =>
  `--B\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;

const send = (path: string, body: string, headers: Record<string, string> = {}) =>
  web.send({
    ...{ method: "POST", path, body },
    headers: {
      ...{ origin: web.origin, cookie: cookies },
      ...{ "content-type": "multipart/form-data; boundary=B", ...headers },
    },
  });

test.each([
  ["/operations/breaches/a/new", true],
  ["/operations/breaches/a/new.data", true],
  ["/operations/breaches/a/b", true],
  ["/operations/breaches/a/b/termination", false],
  ["/operations/breaches/a/b/c/d", false],
  ["/sign-in", false],
])("%s takes files: %s", (path, takes) => expect(takesFiles(path)).toBe(takes));

describe("a form with files", () => {
  const whole = `${part('name="item"', "A32")}--B--\r\n`;

  test("is no form for a page that takes none", async () => {
    expect((await send("/sign-in", whole)).status).toBe(415);
  });

  test("is read for nobody whom the guard refuses", async () => {
    const answer = await send(page, whole, { cookie: "" });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toMatch(/^\/sign-in/);
  });

  test("comes from the portal's own pages only", async () => {
    expect((await send(page, whole, { origin: "https://evil.example" })).status).toBe(403);
  });

  test("is refused where far too much is announced", async () => {
    const length = { "content-length": String(200 * 1024 * 1024) };
    const answer = await send(page, "", length).catch((error: Error) => error.message);
    expect(typeof answer === "string" ? answer : answer.status).toBe(413);
  });

  test.each([
    ["cut off", part('name="item"', "A32")],
    ["without a name", `--B\r\nContent-Type: text/plain\r\n\r\nx\r\n--B--\r\n`],
    ["with NUL", `${part('name="facts"', "a\0b")}--B--\r\n`],
    ["with a field of a megabyte", `${part('name="facts"', "x".repeat(1_000_000))}--B--\r\n`],
    ["of too many parts", `${part('name="x"', "1").repeat(601)}--B--\r\n`],
  ])("%s is refused, and no page fails", async (_, body) => {
    expect((await send(page, body)).status).toBe(422);
  });

  test("about a customer without contracts is like one about nobody", async () => {
    expect((await send(page, whole)).status).toBe(404);
  });
});
