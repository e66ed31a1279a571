import { dayOf } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { noticeIdOf } from "#machines/contract/ends.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { optionMenu } from "#test/helpers/sample-events.ts";

const later = (day: string, days: number) => dayOf(day).add({ days }).toString();

/** One of few names of a thing, so that it is met again. */
const idOf = (machineId: string, kind: string, pick: number) =>
  derivedId(machineId, `${kind} ${pick % 2}`);

/** What only this state can take is said more often than what any can. */
const often = (events: MachineEvent[]) => Array.from({ length: 6 }, () => events).flat();

/** What may be said about notices that are noted or on their way. */
function answers(
  { ends, sentNotices }: Pick<ContractContext, "ends" | "sentNotices">,
  day: string,
) {
  const said: MachineEvent[] = sentNotices.flatMap(({ id: noticeId, sentOn }) => [
    { type: "noticeDelivered", noticeId, deliveredOn: day < sentOn ? sentOn : day },
    { type: "noticeDelivered", noticeId, deliveredOn: later(sentOn, 1) },
    { type: "noticeBounced", noticeId },
    { type: "offerWithdrawal", noticeId },
  ]);
  for (const { id: noticeId, by, ref, withdrawalAskedOn } of ends) {
    const isCustomers = by === "customer";
    const asked = isCustomers ? "requestWithdrawal" : "offerWithdrawal";
    const answered = isCustomers
      ? ["agreeToWithdrawal", "agreeToWithdrawal", "refuseWithdrawal"]
      : ["acceptWithdrawal", "acceptWithdrawal", "declineWithdrawal"];
    if (ref !== null) said.push({ type: "withdrawEnd", ref });
    else if (withdrawalAskedOn === null) said.push({ type: asked, noticeId });
    else said.push(...answered.map((type) => ({ type, noticeId })));
  }
  return said;
}

/** Ends that the operator brings about, of a contract or an option. */
function operatorsEnds(machineId: string, day: string, pick: number): MachineEvent[] {
  const endDay = later(day, pick % 500);
  return [
    { type: "discontinue", discontinuationId: idOf(machineId, "discontinuation", pick), endDay },
    {
      ...{ type: "endByRestriction", restrictionId: idOf(machineId, "restriction", pick), endDay },
      refund: pick % 2 === 0 ? "none" : "unearned",
    },
  ];
}

/** What may happen to a contract that lives, beside the customer's own notice. */
export function livingEvents(context: ContractContext, day: string, pick: number): MachineEvent[] {
  const { contractId, restrictions, demands, announcedTerms } = context;
  const restrictionId = restrictions[0]?.restrictionId ?? idOf(contractId, "restriction", pick);
  const caseId = demands[0]?.caseId ?? idOf(contractId, "case", pick);
  const versionId = announcedTerms[0]?.versionId ?? `terms ${pick % 4}`;
  const clause = Math.floor(pick / 8) % 2 === 0 ? "A32.3" : "A16.1(5)";
  // Forces end the contract for either side.
  const by = pick % 10 === 0 ? "customer" : "operator";
  const isLeft = <Item>(list: readonly Item[], event: MachineEvent) =>
    list.length > 0 ? [event] : [];
  const followUps = [
    ...answers(context, day),
    ...isLeft(restrictions, { type: "unrestrict", restrictionId }),
    ...isLeft(demands, { type: "cure", caseId }),
    ...isLeft(announcedTerms, { type: pick % 2 === 0 ? "bindTerms" : "withdrawTerms", versionId }),
  ];
  return [
    ...often(followUps),
    ...operatorsEnds(contractId, day, pick),
    { type: "cancelByOperator", wish: pick % 3 === 0 ? later(day, pick % 300) : null },
    {
      ...{ type: "assign", successorId: idOf(contractId, "successor", pick) },
      effectiveDay: later(day, pick % 90),
    },
    ...(pick % 4 === 0 ? [{ type: "terminate", caseId, clause, by }] : []),
    { type: "restrict", restrictionId, clause: "A19.1(4)" },
    { type: "demand", caseId, until: later(day, 14) },
    { type: "accelerate", dueDay: day, clause: "A16.2" },
    { type: "announceTerms", versionId, effectiveDay: later(day, 40) },
    { type: "bindTerms", versionId },
  ];
}

const answersTo: Readonly<Record<string, readonly string[]>> = {
  requestWithdrawal: ["agreeToWithdrawal", "refuseWithdrawal"],
  offerWithdrawal: ["acceptWithdrawal", "declineWithdrawal"],
};

/** An event, mostly with the other side's answer where it asks for one. */
export function answered(event: MachineEvent, pick: number): MachineEvent[] {
  const [type] = answersTo[event.type]?.slice(pick % 2) ?? [];
  const isAnswered = type !== undefined && pick % 5 < 4;
  return isAnswered ? [event, { type, noticeId: event["noticeId"] }] : [event];
}

/** The operator's notice, which arrives at once and mostly is to be taken back. */
export function delivered(
  notice: MachineEvent,
  { contractId, notices }: ContractContext,
  day: string,
  pick: number,
): MachineEvent[] {
  const noticeId = noticeIdOf(contractId, notices + 1);
  const offered = answered({ type: "offerWithdrawal", noticeId }, Math.floor(pick / 3));
  const arrived = { type: "noticeDelivered", noticeId, deliveredOn: day };
  return [notice, arrived, ...(pick % 3 > 0 ? offered : [])];
}

/** An option that is ordered during the term. */
export function additionOf({ contractId }: ContractContext, pick: number): MachineEvent {
  const kind = (["subscription", "device", "work"] as const)[pick % 3] ?? "subscription";
  const optionId = derivedId(contractId, `added option ${pick % 4}`);
  return { type: "addOption", option: optionMenu(optionId, kind, [120_000, 1, 99_999][pick % 3]!) };
}

/** What may be asked of an option in its present state. */
export function optionEvents(
  state: string,
  context: OptionContext,
  day: string,
  pick: number,
): MachineEvent[] {
  const { optionId, restrictions } = context;
  if (state === "requested") {
    return ["acceptAddition", "acceptAddition", "rejectAddition", "withdrawAddition"].map(
      (type) => ({ type }),
    );
  }
  if (state === "ended" || state === "withdrawn" || state === "rejected") return [];
  const restrictionId = restrictions[0]?.restrictionId ?? idOf(optionId, "restriction", pick);
  return [
    ...often([
      ...answers({ ...context, sentNotices: [] }, day),
      ...(restrictions.length > 0 ? [{ type: "unrestrict", restrictionId }] : []),
    ]),
    ...operatorsEnds(optionId, day, pick),
    ...[null, "earliest", later(day, pick % 500)].map((wish) => ({ type: "cancel", wish })),
    { type: "restrict", restrictionId, clause: "A19.1(4)" },
  ];
}
