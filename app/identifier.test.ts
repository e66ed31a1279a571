import fc from "fast-check";
import { expect, test } from "vitest";
import { isIdentifier, newIdentifier } from "./identifier.ts";

test("identifiers are version 7, carry their instant and never repeat", () => {
  const made = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (at) => {
      const identifier = newIdentifier(at);
      expect(identifier).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(Number.parseInt(identifier.replaceAll("-", "").slice(0, 12), 16)).toBe(at);
      expect(isIdentifier(identifier)).toBe(true);
      expect(made.has(identifier)).toBe(false);
      made.add(identifier);
    }),
  );
});

test.each(["", "1", "0190f3c2-0000-7000-8000-00000000000", "' or 1=1 --", "0190F3C2"])(
  "%j is no identifier",
  (text) => expect(isIdentifier(text)).toBe(false),
);
