import { readContractSnapshot, readOpenInvoices, type OpenInvoice } from "#db/queries/contract-state.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { earliestEnd, type ContractContext } from "#machines/contract/context.ts";
import { chargeFor, menusOfTerm } from "#machines/contract/fees.ts";
import { renewalNoticeDay, termAfter } from "#machines/terms/a10-term.ts";
import { cancellationEnd, unpaidFeesDueDay } from "#machines/terms/a17-cancellation.ts";
import { policyOn } from "#machines/terms/policy.ts";

/** What a customer may wish: the end of the term, the earliest end, or a day (ISO). */
export type CancellationWish = "term" | "earliest" | string;

/** What giving notice today would lead to. */
export interface CancellationPreview {
  wish: CancellationWish;
  /** A10.2: the term is not renewed. A17.1: the contract ends two months after the notice. */
  basis: "A10.2" | "A17.1";
  endDay: string;
  derivation: Derivation;
  /** Whether a new term begins, with its fee, before the contract ends. */
  renewsFirst: boolean;
  /** The fee of that new term with tax in yen; 0 where none begins. */
  nextTermFee: number;
  nextTermStart: string | null;
  openInvoices: OpenInvoice[];
  /** Everything owed in yen: open invoices and the new term's fee. */
  owed: number;
  /** The latest day on which what is unpaid falls due in one sum (A17.2). */
  unpaidDueDay: string;
}

/** The page on which a customer gives notice. */
export interface CancellationChoices {
  contractId: string;
  number: string;
  today: string;
  term: { start: string; end: string } | null;
  noticeDay: string | null;
  /** Whether the renewal can still be declined today. */
  inTime: boolean;
  earliestEnd: string;
  /** An end that is already noted, or null. */
  pendingEnd: string | null;
  preview: CancellationPreview | null;
}

const asWish = (wish: CancellationWish) =>
  wish === "term" ? null : wish === "earliest" ? "earliest" : dayOf(wish);

function previewOf(
  context: ContractContext,
  today: string,
  wish: CancellationWish,
  openInvoices: OpenInvoice[],
): CancellationPreview {
  const termEnd = context.term ? dayOf(context.term.end) : null;
  const noticeOn = dayOf(today);
  const end = cancellationEnd({ by: "customer", noticeOn, termEnd, wish: asWish(wish) });
  const next = end.renewsFirst && termEnd ? termAfter(termEnd).start.toString() : null;
  const nextTermFee = next ? chargeFor(menusOfTerm(context, next), next).total : 0;
  return {
    wish,
    basis: end.basis,
    endDay: end.day.toString(),
    derivation: end.derivation,
    renewsFirst: end.renewsFirst,
    nextTermFee,
    nextTermStart: next,
    openInvoices,
    owed: openInvoices.reduce((sum, { owed }) => sum + owed, 0) + nextTermFee,
    unpaidDueDay: unpaidFeesDueDay(end.day, policyOn(noticeOn).dueDateRule).day.toString(),
  };
}

/**
 * The ways in which a contract can be cancelled by notice today, and what one of them would lead to
 * (A10.2, A17). Nothing is written.
 *
 * @throws Problem `notFound` for a contract of somebody else, `conflict` where it can't be cancelled
 */
export async function previewCancellation(
  principal: Principal,
  contractId: string,
  wish: CancellationWish | null,
): Promise<CancellationChoices> {
  const { customerId } = asMember(principal);
  const scope = { role: "portal_app", customerId } as const;
  const { snapshot, openInvoices } = await currentPortal().database.transaction(
    scope,
    async (tx) => ({
      snapshot: await readContractSnapshot(tx, customerId, contractId),
      openInvoices: await readOpenInvoices(tx, customerId, contractId),
    }),
  );
  if (!snapshot) throw new Problem("notFound", `no contract ${contractId}`);
  const state = typeof snapshot.value === "string" ? snapshot.value : Object.keys(snapshot.value)[0];
  if (state !== "accepted" && state !== "preparing" && state !== "active") {
    throw new Problem("conflict", `a contract that is ${state} takes no notice`);
  }
  const { context } = snapshot;
  const today = tokyoDay(principal.receivedAt);
  const noticeDay = context.term ? renewalNoticeDay(dayOf(context.term.end)).day.toString() : null;
  const earliest = cancellationEnd({
    by: "customer",
    noticeOn: today,
    termEnd: null,
    wish: "earliest",
  });
  return {
    contractId,
    number: context.number ?? "",
    today: today.toString(),
    term: context.term,
    noticeDay,
    inTime: noticeDay !== null && today.toString() <= noticeDay,
    earliestEnd: earliest.earliest.toString(),
    pendingEnd: earliestEnd(context)?.endDay ?? null,
    preview: wish === null ? null : previewOf(context, today.toString(), wish, openInvoices),
  };
}
