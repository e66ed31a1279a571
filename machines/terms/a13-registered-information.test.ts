import { expect, test } from "vitest";
import { needsEvidence } from "./a13-registered-information.ts";

test.each([
  [["companyName"], true],
  [["phone", "street"], true],
  [["representative"], true],
  [["phone"], false],
  [["contactName", "contactEmail"], false],
  [[], false],
])("a change of %j needs evidence: %s", (fields, needs) => {
  expect(needsEvidence(fields)).toBe(needs);
});
