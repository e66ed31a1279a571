import { currentPortal } from "#app/portal.ts";
import type { BalanceLine } from "#app/gateways/payments.ts";
import { Problem } from "#app/usecases/problem.ts";
import { learn } from "#app/workflow/learn.ts";
import type { EventSubject } from "#app/workflow/stripe-subject.ts";
import { readUnknownSources, writePage } from "#db/queries/money/payouts/lines.ts";
import { findPayout } from "#db/queries/money/write-payout.ts";
import { judgeFetched } from "./judge-lines.ts";
import { writeBehind } from "./write-behind.ts";

/** Pages that may wait to be written: what is held in memory has a bound. */
const mostAhead = 20;

const engine = { role: "portal_engine" } as const;

/** A page of lines, and from where the next one goes on. */
interface Fetched {
  lines: readonly BalanceLine[];
  place: { cursor: string | null; isWhole: boolean };
}

/** Writes what was fetched together with what can be said of it, and where the next page goes on. */
async function writeFetched(
  payout: { payoutId: string; amount: number },
  pages: readonly Fetched[],
): Promise<void> {
  const place = pages.at(-1)?.place;
  if (!place) return;
  const lines = pages.flatMap((page) => page.lines);
  await currentPortal().database.transaction(engine, async (tx) => {
    const verdicts = await judgeFetched(tx, payout, lines);
    await writePage(tx, payout.payoutId, lines, place, verdicts);
  });
}

/**
 * Fetches a payout's lines page by page and writes them with the place where the next page goes on, so that a
 * fetch that is broken off is taken up there. While pages are written the next ones are fetched. A line that is
 * about what the portal knows is judged at once; the others are left as new.
 *
 * @throws Problem `unavailable` where Stripe does not answer: what was fetched before stays
 */
export async function fetchLines(payoutId: string): Promise<void> {
  const { database, payments } = currentPortal();
  const row = await database.transaction(engine, (tx) => findPayout(tx, payoutId));
  if (!row || row.isWhole) return;
  const writing = writeBehind<Fetched>(mostAhead, (pages) => writeFetched(row, pages));
  for (let after = row.cursor; ;) {
    const page = await payments.readPayoutPage(payoutId, after);
    if (page.outcome !== "done") {
      await writing.end();
      throw new Problem("unavailable", `Stripe: ${page.reason}`);
    }
    const { items: lines, hasMore } = page.value;
    after = lines.at(-1)?.lineId ?? after;
    await writing.add({ lines, place: { cursor: after, isWhole: !hasMore } });
    if (!hasMore) return writing.end();
  }
}

function subjectOf({
  type,
  sourceId,
  chargeId,
}: {
  type: string;
  sourceId: string | null;
  chargeId: string | null;
}): EventSubject | null {
  if (type === "charge" || type === "payment")
    return chargeId ? { kind: "charge", id: chargeId } : null;
  if (sourceId === null) return null;
  return type === "adjustment"
    ? { kind: "dispute", id: sourceId }
    : { kind: "refund", id: sourceId };
}

const unknownAtOnce = 200;

/** Asks Stripe about whatever a payout's lines are about and the portal has not heard of: a webhook may never come. */
export async function catchUp(payoutId: string, receivedAt: string): Promise<void> {
  const portal = currentPortal();
  const asked: string[] = [];
  for (;;) {
    const unknown = await portal.database.transaction(engine, (tx) =>
      readUnknownSources(tx, payoutId, unknownAtOnce, asked),
    );
    for (const source of unknown) {
      const subject = subjectOf(source);
      if (subject) await learn(portal, subject, receivedAt);
      asked.push(source.sourceId ?? "");
    }
    if (unknown.length < unknownAtOnce) return;
  }
}
