import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";

import { installPortal } from "#app/portal.ts";
import type { Portal } from "#app/portal.ts";
import { action } from "./language.tsx";

async function choose(fields: Record<string, string>, appUrl = "https://portal.example.jp") {
  installPortal({ appUrl } as Portal);
  const request = new Request(`${appUrl}/language`, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  const context = new RouterContextProvider();
  return action({ request, params: {}, context, url: new URL(request.url), pattern: "/language" });
}

test("remembers the language for a year and goes back to the page", async () => {
  const answer = await choose({ locale: "en", returnTo: "/terms?v=1" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Location")).toBe("/terms?v=1");
  const cookie = answer.headers.get("Set-Cookie")?.split("; ");
  expect(cookie).toEqual([
    "locale=en",
    "Path=/",
    "Max-Age=31536000",
    "SameSite=Lax",
    "HttpOnly",
    "Secure",
  ]);
});

test("a portal without https gets a cookie that its browser accepts", async () => {
  const answer = await choose({ locale: "ja", returnTo: "/" }, "http://127.0.0.1:3000");
  expect(answer.headers.get("Set-Cookie")).not.toContain("Secure");
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""])(
  "never leads to another site (3.7.2): %s",
  async (returnTo) => {
    expect((await choose({ locale: "en", returnTo })).headers.get("Location")).toBe("/");
  },
);

test("another language is refused", async () => {
  for (const locale of ["fr", "en; Path=/x", ""]) {
    await expect(choose({ locale, returnTo: "/" })).rejects.toMatchObject({ status: 400 });
  }
});
