import { expect, test } from "vitest";
import { refundRule } from "./a17-refund.ts";

test.each([
  ["expired", "none", "none"],
  ["cancelledByCustomer", "none", "none"],
  ["cancelledByOperator", "unearned", "none"],
  ["terminatedForBreach", "none", "none"],
  ["antiSocialCustomer", "none", "none"],
  ["antiSocialOperator", "unearned", "none"],
  ["restricted", "staffDecides", "staffDecides"],
  ["discontinued", "unearned", "none"],
  ["deviceLost", "none", "none"],
  ["assigned", "none", "none"],
] as const)("an end %s: %s, without the operator's credit %s", (end, rule, strict) => {
  expect(refundRule(end, { operatorEndsCreditUnearned: true }).rule).toBe(rule);
  expect(refundRule(end, { operatorEndsCreditUnearned: false }).rule).toBe(strict);
});

test("names the clause by which it ended", () => {
  const policy = { operatorEndsCreditUnearned: true };
  expect(refundRule("deviceLost", policy).clause).toBe("A7.6");
  expect(refundRule("antiSocialOperator", policy).clause).toBe("A32.3");
});
