import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, chainStart, derivedId, hashOf } from "./hash.ts";
import { machineId } from "./fields.ts";

/** Plain JSON, as snapshots and events are. */
const plain = fc.jsonValue({ maxDepth: 4 });

/** The same value with the members of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => turned(item));
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([key, member]) => [key, turned(member)]));
}

describe("canonical JSON", () => {
  test.each([
    [{ b: 1, a: { d: [1, 2], c: null } }, '{"a":{"c":null,"d":[1,2]},"b":1}'],
    [{ a: undefined, b: "y" }, '{"b":"y"}'],
    [[undefined], "[null]"],
    [undefined, "null"],
    ["契約", '"契約"'],
    [{ ａ: 1, z: 2, Z: 3, "10": 4, "9": 5 }, '{"10":4,"9":5,"Z":3,"z":2,"ａ":1}'],
  ])("of %j is %s", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test("reads back as the same value", () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("does not depend on the order of members, and survives a round trip", () => {
    fc.assert(
      fc.property(plain, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(turned(value))).toBe(text);
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(text);
      }),
    );
  });

  test("differs where values differ", () => {
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const [a, b] = [JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))];
        let isSame = true;
        try {
          expect(a).toEqual(b);
        } catch {
          isSame = false;
        }
        expect(hashOf(one) === hashOf(other)).toBe(isSame);
      }),
    );
  });
});

test("a hash is SHA-256 of the canonical JSON, in hex", () => {
  expect(hashOf({ a: 1 })).toBe("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
  expect(chainStart).toHaveLength(hashOf(null).length);
});

describe("a derived id", () => {
  const source = "0199aaaa-0000-7000-8000-000000000001";

  test("stays what it is: living machines are found by it", () => {
    expect(derivedId(source, "invoice/annualFee/2025-04-01")).toBe(
      "f9592f72-9825-8f83-a4e7-045a8d444775",
    );
  });

  test("is a uuid of version 8 that commands take, another one for another source or name", () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.uuid(), fc.string(), (id, name) => {
        const derived = derivedId(id, name);
        expect(derived).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        expect(machineId.safeParse(derived).success).toBe(true);
        expect(derivedId(id, name)).toBe(derived);
        expect(seen.get(derived) ?? `${id} ${name}`).toBe(`${id} ${name}`);
        seen.set(derived, `${id} ${name}`);
      }),
      { numRuns: 1000 },
    );
  });
});
