import type { Clause } from "./articles.ts";
import type { Policy } from "./policy.ts";

/** How something ended, as far as the refund goes. */
export type RefundedEnd =
  | "expired"
  | "cancelledByCustomer"
  | "cancelledByOperator"
  | "terminatedForBreach"
  | "antiSocialCustomer"
  | "antiSocialOperator"
  | "restricted"
  | "discontinued"
  | "deviceLost"
  | "assigned";

/** Nothing back, the days after the end credited, or a decision of staff with a reason. */
export type RefundRule = "none" | "unearned" | "staffDecides";

const rules: Readonly<Record<RefundedEnd, { rule: RefundRule; clause: Clause }>> = {
  expired: { rule: "none", clause: "A10.2" },
  cancelledByCustomer: { rule: "none", clause: "A17.2" },
  cancelledByOperator: { rule: "unearned", clause: "A17.1" },
  terminatedForBreach: { rule: "none", clause: "A16.1" },
  antiSocialCustomer: { rule: "none", clause: "A32.3" },
  antiSocialOperator: { rule: "unearned", clause: "A32.3" },
  restricted: { rule: "staffDecides", clause: "A19.4" },
  discontinued: { rule: "unearned", clause: "A20.1" },
  deviceLost: { rule: "none", clause: "A7.6" },
  assigned: { rule: "none", clause: "A31.1" },
};

/** Of an end that leaves staff nothing to decide: nothing back, or the days after it. */
export function settledRefund(
  end: Exclude<RefundedEnd, "restricted">,
  policy: Pick<Policy, "operatorEndsCreditUnearned">,
): "none" | "unearned" {
  return refundRule(end, policy).rule === "unearned" ? "unearned" : "none";
}

/** The refund rule of an end (料金の返還) and the clause by which it ended (A17.2, policy). */
export function refundRule(
  end: RefundedEnd,
  policy: Pick<Policy, "operatorEndsCreditUnearned">,
): { rule: RefundRule; clause: Clause } {
  const found = rules[end];
  if (found.rule === "unearned" && !policy.operatorEndsCreditUnearned) {
    return { ...found, rule: "none" };
  }
  return found;
}
