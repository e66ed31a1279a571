import type { BalanceLine, GatewayAnswer, PayoutSummary } from "#app/gateways/payments.ts";
import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { learnFrom } from "#app/workflow/payment-facts.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import { findPaymentsByCharge } from "#db/queries/money/payments-by-charge.ts";
import { changePayoutStatus, findPayout, writePayout } from "#db/queries/money/write-payout.ts";
import { ensureOperatorCustomer } from "#db/queries/operator-customer.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { matchPayout, type MatchedLine } from "./match-payout.ts";

/** How many payouts a pull found, by what became of them. */
export interface PullResult {
  /** Written and booked now. */
  booked: number;
  /** Written now, but their lines do not add up: read again with the next pull. */
  unbalanced: number;
  /** Not paid yet, or Stripe has not finished linking their lines. */
  waiting: number;
  /** Pulled before and now in another state at Stripe, such as failed. */
  changed: number;
}

const engine = { role: "portal_engine" } as const;

function answered<Value>(answer: GatewayAnswer<Value>): Value {
  if (answer.outcome === "done") return answer.value;
  throw new Problem("unavailable", `Stripe: ${answer.reason}`);
}

const chargesOf = (lines: readonly BalanceLine[]): string[] => [
  ...new Set(lines.flatMap(({ chargeId }) => (chargeId === null ? [] : [chargeId]))),
];

/** Asks Stripe about charges that no payment knows: their webhook may never have come. */
async function catchUp(
  principal: Principal,
  payoutId: string,
  lines: readonly BalanceLine[],
): Promise<void> {
  const portal = currentPortal();
  const charges = chargesOf(lines.filter(({ type }) => type === "charge" || type === "payment"));
  const known = await portal.database.transaction(engine, (tx) =>
    findPaymentsByCharge(tx, charges, payoutId),
  );
  const missing = charges.filter((id) => !known.some(({ chargeId }) => chargeId === id));
  for (const id of missing) await learnFrom(portal, { kind: "charge", id }, principal.receivedAt);
}

const rowOf = (payoutId: string, { payment, chargeId: _, ...line }: MatchedLine) => ({
  ...line,
  payoutId,
  customerId: payment?.customerId ?? null,
  paymentId: payment?.paymentId ?? null,
  invoiceId: payment?.invoiceId ?? null,
});

/** Writes one payout, unless another pull has been quicker. */
async function record(
  principal: Principal,
  payout: PayoutSummary,
  lines: readonly BalanceLine[],
): Promise<keyof PullResult | null> {
  const { database, clock } = currentPortal();
  const { payoutId, amount, status, arrivalDay } = payout;
  const pulledAt = await clock.now();
  return database.transaction(engine, async (tx) => {
    await ensureOperatorCustomer(tx, operatorCustomerId, pulledAt);
    await lockCustomers(tx, [operatorCustomerId]);
    const earlier = await findPayout(tx, payoutId);
    if (earlier?.ledgerTransactionId) return null;
    const payments = await findPaymentsByCharge(tx, chargesOf(lines), payoutId);
    const matched = matchPayout(payout, lines, payments);
    const rows = matched.lines.map((line) => rowOf(payoutId, line));
    await writePayout(
      tx,
      { payoutId, amount, status, arrivalDay, pulledAt },
      rows,
      matched.postings && {
        customerId: operatorCustomerId,
        transactionId: derivedId(operatorCustomerId, `payout/${payoutId}`),
        postings: matched.postings,
      },
    );
    const outcome = matched.postings ? "booked" : "unbalanced";
    await writeAudit(tx, {
      customerId: operatorCustomerId,
      auditId: newIdentifier(),
      at: pulledAt,
      actor: asStaff(principal, "finance"),
      action: "finance.pullPayout",
      outcome,
      detail: { payoutId, difference: matched.difference },
    });
    return outcome;
  });
}

async function pullOne(
  principal: Principal,
  payout: PayoutSummary,
): Promise<keyof PullResult | null> {
  const { database, payments } = currentPortal();
  const { payoutId, status, automatic, reconciled } = payout;
  const earlier = await database.transaction(engine, (tx) => findPayout(tx, payoutId));
  if (earlier?.ledgerTransactionId) {
    if (earlier.status === status) return null;
    await database.transaction(engine, (tx) => changePayoutStatus(tx, payoutId, status));
    return "changed";
  }
  if (status !== "paid" || (automatic && !reconciled)) return "waiting";
  const lines = automatic ? answered(await payments.readPayoutLines(payoutId)) : [];
  await catchUp(principal, payoutId, lines);
  return record(principal, payout, lines);
}

/** Notes that all was fetched: a month is closed only after a pull that came behind its end. */
async function notePull(principal: Principal, result: PullResult): Promise<void> {
  const { database, clock } = currentPortal();
  const at = await clock.now();
  await database.transaction(engine, (tx) =>
    writeAudit(tx, {
      ...{ customerId: operatorCustomerId, auditId: newIdentifier(), at },
      ...{ actor: asStaff(principal, "finance"), action: "finance.pullPayouts", outcome: "done" },
      detail: { ...result },
    }),
  );
}

/**
 * Fetches Stripe's payouts and explains each line: to exactly one payment, as a fee, or as an
 * exception for a person. A payout is booked once; pulling again changes nothing.
 *
 * @throws Problem `notAllowed` without the role finance, `unavailable` where Stripe does not answer:
 *   payouts written before that stay, the rest comes with the next pull
 */
export async function pullPayouts(principal: Principal): Promise<PullResult> {
  asStaff(principal, "finance");
  const payouts = answered(await currentPortal().payments.listPayouts());
  const result: PullResult = { booked: 0, unbalanced: 0, waiting: 0, changed: 0 };
  for (const payout of payouts.toReversed()) {
    const outcome = await pullOne(principal, payout);
    if (outcome) result[outcome] += 1;
  }
  await notePull(principal, result);
  return result;
}
