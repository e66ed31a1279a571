import type { Handle } from "#db/client.ts";
import {
  endBreaks,
  readChargedPayments,
  readKnownDisputes,
  readKnownRefunds,
  readOldestBreak,
  readOwnSince,
  writeBreaks,
  type BreakRow,
} from "#db/queries/money/comparison.ts";
import { startOfDayInTokyo, dayOf, tokyoDayText } from "#machines/calendar.ts";
import { hasComeIn } from "#machines/payment/came-in.ts";
import type { PaidCharge } from "../gateways/comparison.ts";
import type { GatewayAnswer, Page } from "../gateways/gateway-answer.ts";
import type { StripeDispute, StripeRefund } from "../gateways/refunds.ts";
import type { Clock } from "../clock.ts";
import { log } from "../log.ts";
import type { PaymentParts } from "./fact-outcome.ts";
import { learn } from "./learn.ts";
import type { EventSubject } from "./stripe-subject.ts";

export interface ComparisonParts extends PaymentParts {
  clock: Clock;
}

/** Thrown where Stripe did not answer: what was compared before counts for nothing. */
export class ComparisonUnfinished extends Error {}

/**
 * What differs.
 * - `unknownCharge`: paid at Stripe, and no payment of the portal
 * - `openHere`: paid at Stripe, and open in the portal
 * - `amountDiffers`: paid with another amount than the portal has
 * - `unknownRefund`, `refundDiffers`, `unknownDispute`: the same of what goes back
 * - `chargeMissingThere`, `refundMissingThere`: in the portal's books, and not at Stripe
 */
export type BreakKind =
  | "unknownCharge"
  | "openHere"
  | "amountDiffers"
  | "unknownRefund"
  | "refundDiffers"
  | "unknownDispute"
  | "chargeMissingThere"
  | "refundMissingThere";

type Break = Pick<BreakRow, "subject" | "customerId" | "invoiceId" | "amount" | "happenedAt"> & {
  kind: BreakKind;
};

type Own = { customerId: string; invoiceId: string } | null | undefined;

const breakOf = (
  kind: BreakKind,
  subject: string,
  own: Own,
  amount: number,
  happened: string,
): Break => ({
  ...{ kind, subject, amount, happenedAt: new Date(happened) },
  ...{ customerId: own?.customerId ?? null, invoiceId: own?.invoiceId ?? null },
});

const engine = { role: "portal_engine" } as const;

/** Every object of a list, page by page. */
async function* pagesOf<Item>(
  readPage: (after: string | null) => Promise<GatewayAnswer<Page<Item> & { next: string | null }>>,
): AsyncGenerator<Item[]> {
  for (let after: string | null = null; ;) {
    const answer = await readPage(after);
    if (answer.outcome !== "done") throw new ComparisonUnfinished(answer.reason);
    yield answer.value.items;
    after = answer.value.next;
    if (!answer.value.hasMore || after === null) return;
  }
}

/** Judges a page, learns what differs, and judges that again: what is left is a break. */
async function settled<Item>(
  parts: ComparisonParts,
  items: readonly Item[],
  judge: (tx: Handle, items: readonly Item[]) => Promise<Map<Item, Break>>,
  subjectOf: (item: Item) => EventSubject,
): Promise<Break[]> {
  if (items.length === 0) return [];
  const first = await parts.database.transaction(engine, (tx) => judge(tx, items));
  if (first.size === 0) return [];
  const receivedAt = (await parts.clock.now()).toISOString();
  for (const item of first.keys()) await learn(parts, subjectOf(item), receivedAt);
  const again = await parts.database.transaction(engine, (tx) => judge(tx, [...first.keys()]));
  return [...again.values()];
}

async function judgeCharges(tx: Handle, charges: readonly PaidCharge[]) {
  const known = await readChargedPayments(
    tx,
    charges.map(({ chargeId }) => chargeId),
  );
  const breaks = new Map<PaidCharge, Break>();
  for (const charge of charges) {
    const { chargeId, amount, chargedAt } = charge;
    const own = known.find((one) => one.chargeId === chargeId);
    const note = (kind: BreakKind) =>
      breaks.set(charge, breakOf(kind, chargeId, own, amount, chargedAt));
    if (!own) note("unknownCharge");
    else if (!hasComeIn(own.status)) note("openHere");
    else if (own.received !== amount) note("amountDiffers");
  }
  return breaks;
}

async function judgeRefunds(tx: Handle, refunds: readonly StripeRefund[]) {
  const known = await readKnownRefunds(
    tx,
    refunds.map(({ stripeRefundId }) => stripeRefundId),
  );
  const breaks = new Map<StripeRefund, Break>();
  for (const one of refunds) {
    const { stripeRefundId, amount, madeAt, state } = one;
    const own = known.find((row) => row.stripeRefundId === stripeRefundId);
    const note = (kind: BreakKind) =>
      breaks.set(one, breakOf(kind, stripeRefundId, own, amount, madeAt));
    if (!own) note("unknownRefund");
    else if (own.amount !== amount || own.status !== state) note("refundDiffers");
  }
  return breaks;
}

async function judgeDisputes(tx: Handle, disputes: readonly StripeDispute[]) {
  const known = await readKnownDisputes(
    tx,
    disputes.map(({ stripeDisputeId }) => stripeDisputeId),
  );
  const breaks = new Map<StripeDispute, Break>();
  for (const one of disputes) {
    const { stripeDisputeId, amount, movements, openedAt } = one;
    const own = known.find((row) => row.stripeDisputeId === stripeDisputeId);
    const isBooked = movements.every(({ lineId }) => own?.lines.includes(lineId));
    if (own && isBooked) continue;
    // Stripe lists disputes by when they were opened, whenever their money moved.
    breaks.set(one, breakOf("unknownDispute", stripeDisputeId, own, amount, openedAt));
  }
  return breaks;
}

/** What the portal has and a list at Stripe has not. */
async function missingThere(
  { database }: ComparisonParts,
  day: string,
  seen: ReadonlySet<string>,
): Promise<Break[]> {
  const own = await database.transaction(engine, (tx) => readOwnSince(tx, day));
  return own
    .filter(({ id }) => !seen.has(id))
    .map((one) => {
      const kind = one.kind === "charge" ? "chargeMissingThere" : "refundMissingThere";
      return breakOf(kind, one.id, one, one.amount, startOfDayInTokyo(dayOf(one.day)));
    });
}

/**
 * Compares what was paid and paid back at Stripe with the portal's books, both ways. What differs is asked about
 * first, since its webhook may never have come; what differs still is kept as a break until it is gone.
 *
 * @param since ISO instant from which it is compared; open breaks from before are looked at again
 * @returns how many breaks there are
 * @throws ComparisonUnfinished where Stripe does not answer
 */
export async function compareWithStripe(parts: ComparisonParts, since: string): Promise<number> {
  const { database, payments, clock } = parts;
  const now = await clock.now();
  const oldest = await database.transaction(engine, readOldestBreak);
  const from = oldest && oldest.toISOString() < since ? oldest.toISOString() : since;
  const breaks: Break[] = [];
  const seen = new Set<string>();
  for await (const charges of pagesOf((after) => payments.readCharges(from, after))) {
    for (const { chargeId } of charges) seen.add(chargeId);
    const subject = ({ chargeId: id }: PaidCharge) => ({ kind: "charge" as const, id });
    breaks.push(...(await settled(parts, charges, judgeCharges, subject)));
  }
  for await (const refunds of pagesOf((after) => payments.readRefunds(from, after))) {
    for (const { stripeRefundId } of refunds) seen.add(stripeRefundId);
    const subject = ({ stripeRefundId: id }: StripeRefund) => ({ kind: "refund" as const, id });
    breaks.push(...(await settled(parts, refunds, judgeRefunds, subject)));
  }
  for await (const disputes of pagesOf((after) => payments.readDisputes(from, after))) {
    const subject = ({ stripeDisputeId: id }: StripeDispute) => ({ kind: "dispute" as const, id });
    breaks.push(...(await settled(parts, disputes, judgeDisputes, subject)));
  }
  breaks.push(...(await missingThere(parts, tokyoDayText(from), seen)));
  const rows = breaks.map((one) => ({ ...one, breakId: `${one.kind}/${one.subject}` }));
  await database.transaction(engine, async (tx) => {
    await writeBreaks(tx, rows, now);
    await endBreaks(tx, new Date(from), now);
  });
  if (rows.length > 0) log.error({ alarm: "books", breaks: rows.length }, "Stripe differs from us");
  return rows.length;
}
