import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { dayOf, earlierOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { earliestEnd, type ContractContext } from "#machines/contract/context.ts";
import { nextExits, type NextExits } from "#machines/contract/next-exits.ts";
import { termOn } from "#machines/contract/notice.ts";
import { renewalNoticeDay, termAfter, type Term } from "#machines/terms/a10-term.ts";
import { cancellationEnd } from "#machines/terms/a17-cancellation.ts";
import { previewNotice, type CancellationPreview } from "./cancellation-preview.ts";
import { latestWish, readWish, type TypedWish, type WishProblem } from "./cancellation-wish.ts";
import { topState } from "./states.ts";

/** The page on which a customer gives notice: the ways in which it can, and one of them worked out. */
export interface CancellationChoices {
  contractId: string;
  number: string;
  today: string;
  /** The term in which today lies, or the first one; null before a start is fixed. */
  term: { start: string; end: string } | null;
  /** The last day to decline the renewal of that term (A10.2), with its derivation. */
  noticeDay: { day: string; derivation: Derivation } | null;
  /** Whether the renewal can still be declined today. */
  inTime: boolean;
  /** The term after this one, into which a late notice leads. */
  nextTerm: { start: string; end: string } | null;
  /** The days between which an end can be wished for. */
  earliestEnd: string;
  latestEnd: string;
  /** How the earliest end was found. */
  earliestDerivation: Derivation;
  /** The next days on which it can end, with the last day of notice and the price of each. */
  exits: NextExits;
  /** An end that is already noted, or null; only an earlier one can still be asked for. */
  pendingEnd: string | null;
  /** Whether any end that can be asked for today is earlier than the one that is noted. */
  canEndEarlier: boolean;
  /** Also there where the wish would end the contract no earlier than is noted already. */
  preview: CancellationPreview | null;
  /** What is wrong with the wish; null where nothing is, or none was made. */
  problem: WishProblem | null;
}

const dayBefore = (day: string) => dayOf(day).subtract({ days: 1 });

const daysOf = ({ start, end }: Pick<Term, "start" | "end">) => ({
  start: start.toString(),
  end: end.toString(),
});

function problemOf(
  read: ReturnType<typeof readWish> | null,
  preview: CancellationPreview | null,
  pendingEnd: string | null,
): WishProblem | null {
  if (read && "problem" in read) return read;
  if (!preview || preview.isEarlier || pendingEnd === null) return null;
  return { problem: "notEarlier", day: pendingEnd };
}

/**
 * The ways in which a contract can be cancelled by notice today, and what one of them would lead to
 * (A10.2, A17). Nothing is written.
 *
 * @param typed null where nothing has been wished for yet
 * @throws Problem `notFound` for a contract of somebody else, `conflict` where it can't be cancelled
 */
export async function previewCancellation(
  principal: Principal,
  contractId: string,
  typed: TypedWish | null,
): Promise<CancellationChoices> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const scope = { role: "portal_app", customerId } as const;
  const { stored, openInvoices } = await currentPortal().database.transaction(
    scope,
    async (tx) => ({
      stored: await readMachineSnapshot(tx, customerId, {
        machineId: contractId,
        kind: "contract",
      }),
      openInvoices: await readUnsettledInvoices(tx, customerId, contractId),
    }),
  );
  if (!stored) throw new Problem("notFound", `no contract ${contractId}`);
  const snapshot = presentState<ContractContext>(stored);
  const state = topState(snapshot.value);
  if (state !== "accepted" && state !== "preparing" && state !== "active") {
    throw new Problem("conflict", `a contract that is ${state} takes no notice`);
  }
  const { context } = snapshot;
  const noticeOn = tokyoDay(principal.receivedAt);
  const today = noticeOn.toString();
  const term = termOn(context, noticeOn);
  const lastNotice = term ? renewalNoticeDay(term.end) : null;
  const termEnd = term?.end ?? null;
  const soonest = cancellationEnd({ by: "customer", noticeOn, termEnd, wish: "earliest" });
  const bounds = { today, earliestEnd: soonest.day.toString() };
  const pendingEnd = earliestEnd(context)?.endDay ?? null;
  const latest = latestWish(today);
  const read = typed && readWish(typed, bounds);
  const preview =
    read && "wish" in read ? previewNotice(context, today, read.wish, openInvoices) : null;
  return {
    contractId,
    number: context.number ?? "",
    ...bounds,
    earliestDerivation: soonest.derivation,
    exits: nextExits(context, today),
    pendingEnd,
    term: term && daysOf(term),
    noticeDay: lastNotice && { day: lastNotice.day.toString(), derivation: lastNotice.derivation },
    inTime: lastNotice !== null && today <= lastNotice.day.toString(),
    nextTerm: term && daysOf(termAfter(term.end)),
    latestEnd:
      pendingEnd === null ? latest : earlierOf(dayOf(latest), dayBefore(pendingEnd)).toString(),
    canEndEarlier: pendingEnd === null || bounds.earliestEnd < pendingEnd,
    preview,
    problem: problemOf(read, preview, pendingEnd),
  };
}
