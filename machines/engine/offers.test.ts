import { expect, test } from "vitest";
import { definitions } from "../registry.ts";
import { given, on } from "#test/helpers/given.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { offersOf, type Offer } from "./offers.ts";

const ordered = [on("2025-03-03", { type: "openDraft" }), on("2025-03-03", submit("2025-04-01"))];
const offered = (...events: Parameters<typeof given>[1][]): Offer[] =>
  offersOf(definitions.contract, given(definitions.contract, ...events).snapshot as never);

test("what a machine may take is told with who may send it and on which condition", () => {
  const offers = offered(...ordered);
  expect(offers).toContainEqual({
    ...{ type: "accept", senders: ["operations"], guards: ["mayBeAccepted"] },
  });
  expect(offers).toContainEqual({ type: "reject", senders: ["operations"], guards: [] });
  expect(offers.map(({ type }) => type)).not.toContain("cancel");
});

test("what its state has no place for is not offered, and nothing is after the last state", () => {
  expect(offered(...ordered.slice(0, 1)).map(({ type }) => type)).toEqual(["submit"]);
  expect(offered(...ordered, on("2025-03-04", { type: "withdraw" }))).toEqual([]);
});
