import type { GatewayAnswer } from "#app/gateways/gateway-answer.ts";
import type { PayoutSummary } from "#app/gateways/payments.ts";
import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { changePayoutStatus } from "#app/workflow/payout-facts.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import {
  dropLines,
  hasExceptions,
  readLineSums,
  writePage,
} from "#db/queries/money/payouts/lines.ts";
import {
  beginPayout,
  changePayout,
  findPayout,
  writePayoutBooking,
} from "#db/queries/money/write-payout.ts";
import { ensureOperatorCustomer } from "#db/queries/operator-customer.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { bookPayout } from "./match-payout.ts";
import { explainLater } from "./payouts/explain-later.ts";
import { catchUp, fetchLines } from "./payouts/fetch-lines.ts";
import { judgeLines } from "./payouts/judge-lines.ts";
import { matchSurePayouts } from "./payouts/match-sure-payouts.ts";

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
  /** Of another system on the account: not in yen, and never booked. */
  otherCurrency: number;
  /** Whose money was found now in a bank's file that was there before. */
  atBank: number;
}

type PayoutOutcome = Exclude<keyof PullResult, "atBank">;

const engine = { role: "portal_engine" } as const;

function answered<Value>(answer: GatewayAnswer<Value>): Value {
  if (answer.outcome === "done") return answer.value;
  throw new Problem("unavailable", `Stripe: ${answer.reason}`);
}

const inTransaction = <Value>(work: (tx: Handle) => Promise<Value>): Promise<Value> =>
  currentPortal().database.transaction(engine, work);

/** A manual payout keeps no link to what it carries: its whole amount waits for an explanation. */
const manualLine = ({ payoutId, amount }: PayoutSummary) => ({
  ...{ lineId: `${payoutId}/manual`, type: "payout", amount, fee: 0, net: amount },
  ...{ sourceId: payoutId, chargeId: null },
});

/** Books a payout all of whose lines are judged, unless another pull has been quicker. */
async function record(
  principal: Principal,
  { payoutId, amount, arrivalDay }: PayoutSummary,
): Promise<PayoutOutcome | null> {
  const { clock } = currentPortal();
  const recordedAt = await clock.now();
  return inTransaction(async (tx) => {
    await ensureOperatorCustomer(tx, operatorCustomerId, recordedAt);
    await lockCustomers(tx, [operatorCustomerId]);
    if ((await findPayout(tx, payoutId))?.ledgerTransactionId) return null;
    const { postings, difference } = bookPayout(amount, await readLineSums(tx, payoutId));
    const transactionId = derivedId(operatorCustomerId, `payout/${payoutId}`);
    if (postings && postings.length > 0) {
      await writePayoutBooking(tx, {
        ...{ customerId: operatorCustomerId, transactionId, kind: "payout", day: arrivalDay },
        ...{ recordedAt, postings },
      });
      await changePayout(tx, payoutId, { ledgerTransactionId: transactionId });
    } else if (!postings) await dropLines(tx, payoutId);
    const outcome = postings ? "booked" : "unbalanced";
    await writeAudit(tx, {
      customerId: operatorCustomerId,
      auditId: newIdentifier(),
      at: recordedAt,
      actor: asStaff(principal, "finance"),
      action: "finance.pullPayout",
      outcome,
      detail: { payoutId, difference },
    });
    return outcome;
  });
}

async function pullOne(principal: Principal, payout: PayoutSummary): Promise<PayoutOutcome | null> {
  const { clock } = currentPortal();
  const { payoutId, amount, currency, status, arrivalDay, automatic, reconciled } = payout;
  const earlier = await inTransaction((tx) => findPayout(tx, payoutId));
  if (earlier?.ledgerTransactionId) {
    if (
      earlier.status !== status &&
      (await changePayoutStatus(currentPortal(), await clock.now(), payoutId, status))
    )
      return "changed";
    if (await inTransaction((tx) => hasExceptions(tx, payoutId))) {
      await catchUp(payoutId, principal.receivedAt);
      await explainLater(payoutId);
    }
    return null;
  }
  // In another currency the same figure would be another amount.
  if (currency !== "jpy") return "otherCurrency";
  // What came back before anybody looked had left all the same: it is booked out, then back.
  const cameBack = status === "failed" || status === "canceled";
  if (!(status === "paid" || cameBack) || (automatic && !reconciled)) return "waiting";
  const pulledAt = await clock.now();
  await inTransaction((tx) =>
    beginPayout(tx, { payoutId, amount, status: "paid", arrivalDay, pulledAt, automatic }),
  );
  if (automatic) await fetchLines(payoutId);
  else {
    const place = { cursor: null, isWhole: true };
    await inTransaction((tx) => writePage(tx, payoutId, [manualLine(payout)], place));
  }
  await catchUp(payoutId, principal.receivedAt);
  await judgeLines(inTransaction, payout, "new");
  const outcome = await record(principal, payout);
  if (outcome === "booked" && cameBack) {
    await changePayoutStatus(currentPortal(), pulledAt, payoutId, status);
  }
  return outcome;
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
  const result: PullResult = {
    ...{ booked: 0, unbalanced: 0, waiting: 0, changed: 0, otherCurrency: 0, atBank: 0 },
  };
  for (const payout of payouts.toReversed()) {
    const outcome = await pullOne(principal, payout);
    if (outcome) result[outcome] += 1;
  }
  result.atBank = await matchSurePayouts(principal);
  await notePull(principal, result);
  return result;
}
