import fc from "fast-check";
import { expect, test } from "vitest";
import { safeReturnTo } from "./return-to.ts";

test.each(["/", "/portal", "/portal/invoices?page=2", "/terms#A12", "/portal/orders/0190/menu"])(
  "comes back to %s",
  (path) => expect(safeReturnTo(path)).toBe(path),
);

test.each([
  ...["", "portal", "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example"],
  ...["\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "/%2f/evil.example"],
  ...["/%2fevil.example", "/%5cevil.example", "/%09/evil.example", "javascript:alert(1)"],
  ...["data:text/html,x", " /portal", "/portal\r\nSet-Cookie: a=b", "/portal%0d%0aSet-Cookie:a"],
  ...["/%A0", "/%", "/portal?page=%E3%81", "/portal#%zz"],
  ...[
    "/.//evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "/ａ",
    `/${"a".repeat(2001)}`,
  ],
  ...[null, undefined, 1, ["/portal"], new Blob(["/portal"])],
])("refuses %j", (value) => {
  expect(safeReturnTo(value, "/fallback")).toBe("/fallback");
});

test("whatever comes, a browser stays on this site", () => {
  const pieces = [
    "/",
    "\\",
    "%2f",
    "%5c",
    ".",
    "..",
    "@",
    ":",
    "evil.example",
    "a",
    "?",
    "#",
    "\t",
    " ",
  ];
  const corpus = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())).map((p) => p.join(""));
  fc.assert(
    fc.property(corpus, (value) => {
      const base = "https://portal.example.jp";
      const target = new URL(safeReturnTo(value), `${base}/sign-in`);
      expect(target.origin).toBe(base);
      expect(new URL(decodeURIComponent(target.pathname), base).origin).toBe(base);
    }),
    { numRuns: 2000 },
  );
});
