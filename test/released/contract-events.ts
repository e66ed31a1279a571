import type { ContractContext } from "#machines/contract/context.ts";
import { noticeIdOf } from "#machines/contract/ends.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { basicMenu, optionMenu, submit, settlements } from "#test/helpers/sample-events.ts";

/** A machine that the walked contract speaks of, and one that it does not know. */
const otherId = "0199aaaa-0000-7000-8000-0000000000f1";
const strangerId = "0199aaaa-0000-7000-8000-0000000000f2";
const start = "2025-04-01";

const named = (...types: string[]): MachineEvent[] => types.map((type) => ({ type }));

/** Events of the order, the start and the time after the end, and those of every invoice. */
function ordinary(context: ContractContext): MachineEvent[] {
  const { openInvoices } = context;
  return [
    ...named(
      "openDraft",
      "withdraw",
      "verifyMaintenance",
      "accept",
      "confirmStart",
      "declineStart",
    ),
    submit(start),
    submit(start, [optionMenu(otherId, "device", 1000)]),
    { type: "reject", reason: "notFeasible" },
    { type: "setStart", startDay: start },
    { type: "setStart", startDay: "2025-05-01" },
    ...openInvoices.map((invoiceId) => ({ type: "invoiceSettled", invoiceId })),
    ...["invoiceOverdue", "invoiceSettled"].map((type) => ({ type, invoiceId: otherId })),
    ...reopened(context),
    { type: "accelerate", dueDay: "2025-04-10", clause: "A16.2" },
    ...settlements,
  ];
}

/** An invoice that was settled is owed again: tried once before the end, and after it. */
function reopened({ ended, restrictions, openInvoices }: ContractContext): MachineEvent[] {
  const isTried = ended ? openInvoices.length === 1 : restrictions.length > 0;
  const others = isTried && openInvoices.length < 2 ? [otherId] : [];
  return [...openInvoices, ...others].map((invoiceId) => ({ type: "invoiceReopened", invoiceId }));
}

/** Due days that pass unpaid, each once. */
function overdue({ openInvoices, overdueInvoices }: ContractContext): MachineEvent[] {
  const inTime = openInvoices.filter((invoiceId) => !overdueInvoices.includes(invoiceId));
  return inTime.map((invoiceId) => ({ type: "invoiceOverdue", invoiceId }));
}

const restriction = { restrictionId: otherId };

/** What stops the service and lets it run again. */
const stops: MachineEvent[] = [
  ...["nonPayment", "breach"].flatMap((kind) =>
    ["suspend", "lift"].map((type) => ({
      type,
      cause: { kind, ref: kind === "breach" ? otherId : null },
    })),
  ),
  { type: "restrict", ...restriction, clause: "A19.1(4)" },
  { type: "unrestrict", ...restriction },
];

const demands: MachineEvent[] = [
  { type: "demand", caseId: otherId, until: "2025-05-14" },
  { type: "cure", caseId: otherId },
];

const terms: MachineEvent[] = [
  { type: "announceTerms", versionId: "2026-2", effectiveDay: "2026-05-01" },
  { type: "withdrawTerms", versionId: "2026-2" },
  { type: "bindTerms", versionId: "2026-2" },
  { type: "consentToTerms", versionId: "2026-2" },
];

const added = optionMenu(strangerId, "subscription", 120_000);
const options: MachineEvent[] = [
  { type: "addOption", option: added },
  ...["optionAccepted", "optionDeclined"].map((type) => ({ type, optionId: strangerId })),
  ...[otherId, strangerId].flatMap((optionId) => [
    { type: "optionEnding", optionId, endDay: "2026-03-31", chargedUntil: null },
    { type: "optionEnded", optionId, endDay: "2025-12-31", clause: "A20.1", refund: "unearned" },
  ]),
];

const announced: MachineEvent[] = [
  { type: "discontinue", discontinuationId: otherId, endDay: "2026-06-30" },
  {
    ...{ type: "endByRestriction", restrictionId: otherId },
    ...{ endDay: "2025-12-31", refund: "unearned" },
  },
  { type: "assign", successorId: otherId, effectiveDay: "2026-01-01" },
  { type: "assign", successorId: otherId, effectiveDay: "2025-03-05" },
];

const wishes = [null, "earliest", "2026-06-30"].map((wish) => ({ type: "cancel", wish }));

const terminations: MachineEvent[] = ["A16.1(5)", "A32.3"].map((clause) => {
  return { type: "terminate", caseId: otherId, clause, by: "operator" };
});

/** The ways out: with none noted all of them, with one what can still be said about it. */
function exits({ contractId, ends, sentNotices, notices }: ContractContext): MachineEvent[] {
  if (ends.length > 1) return [];
  const noticeId = noticeIdOf(contractId, Math.max(1, notices));
  const answers = [
    ...[sentNotices.at(-1)?.sentOn ?? "2025-05-02", "2025-05-02"].map((deliveredOn) => {
      return { type: "noticeDelivered", noticeId, deliveredOn };
    }),
    { type: "noticeBounced", noticeId },
    ...["requestWithdrawal", "agreeToWithdrawal", "refuseWithdrawal"].map((type) => {
      return { type, noticeId };
    }),
    ...["offerWithdrawal", "acceptWithdrawal", "declineWithdrawal"].map((type) => {
      return { type, noticeId };
    }),
    { type: "withdrawEnd", ref: otherId },
  ];
  const again = { discontinued: "discontinue", restricted: "endByRestriction" }[
    String(ends[0]?.cause)
  ];
  const operators = { type: "cancelByOperator", wish: null };
  if (sentNotices.length > 0) return [...answers, operators];
  return ends.length === 0
    ? [...wishes, operators, ...answers, ...announced, ...terminations]
    : [...wishes, operators, ...answers, ...announced.filter(({ type }) => type === again)];
}

/** A contract that is taken over in its term, and one before its start (A31.1). */
const takeOvers: MachineEvent[] = [{ start, end: "2026-03-31" }, null].map((term) => ({
  ...{ type: "takeOver", predecessorId: strangerId, quoteId: null, termsVersion: "2026-1" },
  ...{ basic: basicMenu, options: [], announcedTerms: [], start, term },
  ...{ maintenanceVerifiedOn: "2025-03-05", charged: [], reminded: [], restrictions: [] },
  ...{ ends: [], notices: 0 },
}));

const loanOpened = { type: "loanOpened", loanId: otherId };

/** While a device is lent: nothing but the ordinary course, an end, and the loan's own. */
const lending = (context: ContractContext): MachineEvent[] => [
  ...ordinary(context),
  ...terminations,
  ...[otherId, strangerId].map((loanId) => ({ type: "loanSettled", loanId })),
];

const materialHeld = { type: "materialHeld", requestId: otherId };

/** While materials are held: nothing but the ordinary course, an end, and that they are gone. */
const holding = (context: ContractContext): MachineEvent[] => [
  ...ordinary(context),
  ...terminations,
  ...[otherId, strangerId].map((requestId) => ({ type: "materialGone", requestId })),
];

/**
 * Every event that a contract may meet in the walk. What has nothing to do with each other is not
 * combined: while one of these matters is under way, nothing is offered of the others.
 */
export function contractOffers(context: ContractContext): MachineEvent[] {
  const underWay = {
    stops: context.suspensions.length + context.restrictions.length,
    demands: context.demands.length,
    terms: context.announcedTerms.length + context.boundTerms.length,
    options:
      context.requestedOptions.length +
      context.options.filter(({ addedOn, endDay }) => addedOn || endDay).length,
    overdue: context.overdueInvoices.length,
    exits: context.ends.length + context.sentNotices.length,
    loans: context.openLoans.length,
    materials: context.heldMaterials.length,
  };
  if (context.contractId === "") return [...ordinary(context), ...takeOvers];
  // A start on another day than the wished one changes nothing but the days.
  if (context.start !== null && context.start !== start) return ordinary(context);
  if (context.openLoans.length > 0) return lending(context);
  if (context.heldMaterials.length > 0) return holding(context);
  const isFree = (own: keyof typeof underWay) =>
    Object.entries(underWay).every(
      ([matter, count]) =>
        matter === own || (matter === "overdue" && own === "stops") || count === 0,
    );
  return [
    ...ordinary(context),
    ...(isFree("overdue") ? overdue(context) : []),
    ...(isFree("stops") ? stops : []),
    ...(isFree("demands") ? demands : []),
    ...(isFree("terms") ? terms : []),
    ...(isFree("options") ? options : []),
    ...(isFree("exits") ? exits(context) : []),
    ...(isFree("loans") ? [loanOpened] : []),
    ...(isFree("materials") || context.ended ? [materialHeld] : []),
  ];
}

/**
 * What tells two places of a contract apart, so that the walk comes to an end. Once it has ended, only what
 * is left to settle does.
 */
export function contractPlace(value: unknown, context: ContractContext): unknown {
  const { term } = context;
  const hasEnded = typeof value === "object" && value !== null && "ended" in value;
  const loans = context.openLoans.length;
  const materials = context.heldMaterials.length;
  if (hasEnded || value === "closed") {
    return [context.options.length, context.openInvoices.length, loans, materials];
  }
  return [
    [context.options.length, context.maintenanceVerifiedOn !== null, context.awaitedConsent],
    [context.start, context.proposedStart, term && term.start < "2026-04-01"],
    [context.openInvoices.length, context.overdueInvoices.length, loans, materials],
    [context.suspensions.map(({ kind }) => kind), context.restrictions.length],
    [context.demands.length, context.announcedTerms.length, context.boundTerms.length],
    [context.requestedOptions.length, context.options.map(({ endDay }) => Boolean(endDay))],
    context.sentNotices.map(({ bounced }) => bounced),
    context.ends.map(({ cause, by, clause, withdrawalAskedOn, endDay }) => {
      const isAsked = withdrawalAskedOn !== null;
      return [cause, by, clause, isAsked, term && endDay > term.end];
    }),
  ];
}
