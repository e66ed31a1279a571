import { expect, test } from "vitest";
import { isOwnOrigin, portalOrigin } from "./origin-check.ts";

const own = "https://portal.example.jp";
const post = { method: "POST", path: "/sign-in" };

test.each([
  { ...post, origin: own },
  { ...post, origin: own, fetchSite: "same-origin" },
  { method: "GET", path: "/sign-in", fetchSite: "cross-site" },
  { method: "HEAD", path: "/" },
  { method: "POST", path: "/webhooks/stripe" },
])("lets through $method $path from $origin ($fetchSite)", (request) => {
  expect(isOwnOrigin(request, own)).toBe(true);
});

test.each([
  { ...post },
  { ...post, origin: "" },
  { ...post, origin: "null" },
  { ...post, origin: "https://evil.example" },
  { ...post, origin: "http://portal.example.jp" },
  { ...post, origin: "https://portal.example.jp:8443" },
  { ...post, origin: "https://portal.example.jp.evil.example" },
  { ...post, origin: "https://PORTAL.example.jp" },
  { ...post, origin: `${own}/` },
  { ...post, origin: `${own}, https://evil.example` },
  { ...post, origin: own, fetchSite: "cross-site" },
  { ...post, origin: own, fetchSite: "same-site" },
  { ...post, origin: own, fetchSite: "none" },
  { method: "PUT", path: "/sign-in" },
  { method: "DELETE", path: "/account" },
  { method: "PROPFIND", path: "/" },
  { method: "POST", path: "/x/webhooks/stripe" },
  { method: "POST", path: "/webhooks" },
])("refuses $method $path from $origin ($fetchSite)", (request) => {
  expect(isOwnOrigin(request, own)).toBe(false);
});

test.each([
  ["localhost:3000", "http://localhost:3000"],
  ["127.0.0.1:4000", "http://127.0.0.1:4000"],
  ["evil.example", "http://localhost:3000"],
  ["localhost.evil.example", "http://localhost:3000"],
  ["localhost:3000@evil.example", "http://localhost:3000"],
  [undefined, "http://localhost:3000"],
])("a demo reached as %j is %s", (host, origin) => {
  expect(portalOrigin(host, "http://localhost:3000", true)).toBe(origin);
});

test("outside a demo the Host header has no say", () => {
  expect(portalOrigin("localhost:3000", own, false)).toBe(own);
  expect(portalOrigin("evil.example", own, false)).toBe(own);
});
