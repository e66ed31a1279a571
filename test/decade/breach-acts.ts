import { dayOf } from "#machines/calendar.ts";
import type { BreachCaseContext } from "#machines/breach-case/context.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { isLive, type Live } from "#test/exploration/invariants/facts.ts";
import { machineOf } from "#test/helpers/commands.ts";
import type { Occasion } from "./occasion.ts";
import { say } from "./life.ts";

type Case = Live<BreachCaseContext>;

const rarely = ["A15.1(3)", "A16.1(1)", "A16.1(2)", "A16.1(5)", "A32"] as const;

function tell({ decade, who, hour }: Occasion, machineId: string, event: MachineEvent): boolean {
  const target = machineOf("breachCase", who.customerId, machineId);
  return say(decade, hour, "operations", target, event);
}

/** Contracts that may have debts: all that are neither closed nor never formed. */
const debtorsOf = ({ facts }: Occasion) =>
  facts.contracts
    .filter(({ state }) => isLive(state) || state === "ended")
    .map(({ machineId }) => machineId);

/** Records a breach: for debts that are long overdue often, for another item rarely. */
function record(occasion: Occasion): void {
  const { who, facts } = occasion;
  const live = facts.contracts.filter(({ state }) => isLive(state));
  const [first] = live;
  if (!first) return;
  const isUnpaid = live.some(({ context }) => context.overdueInvoices.length > 0);
  const percent = isUnpaid ? 15 : 1;
  if (!who.chance.happens(percent) || (!isUnpaid && !who.chance.happens(25))) return;
  const machineId = derivedId(who.customerId, `case ${facts.cases.length}`);
  const item = isUnpaid ? "A16.1(1)" : who.chance.pick(rarely);
  const contractIds = live.map((contract) => contract.machineId);
  const noteId = derivedId(machineId, "note");
  const draft = { type: "draft", item, happenedOn: facts.today, contractIds, noteId };
  if (!tell(occasion, machineId, draft)) return;
  if (who.chance.happens(10)) tell(occasion, machineId, { type: "discard" });
  else tell(occasion, machineId, { type: "record", debtorIds: debtorsOf(occasion) });
}

/** Leads an open case one step further. */
function lead(occasion: Occasion, { machineId, state, context }: Case): void {
  const { who, facts } = occasion;
  const { chance } = who;
  const noteId = derivedId(machineId, "note");
  const isStillLive = (id: string) =>
    facts.contracts.some((contract) => contract.machineId === id && isLive(contract.state));
  const contractIds = context.contractIds.filter((id) => isStillLive(id));
  const step = (event: MachineEvent) => tell(occasion, machineId, event);
  if (contractIds.length > 0 && chance.happens(20)) {
    const suspended = context.suspended.filter((id) => isStillLive(id));
    if (suspended.length > 0) step({ type: "lift", contractIds: suspended });
    else step({ type: "suspend", contractIds });
  }
  if (chance.happens(8)) return void step({ type: "close", noteId });
  const until = dayOf(facts.today)
    .add({ days: chance.whole(1, 20) })
    .toString();
  if (state === "opened" && chance.happens(60)) step({ type: "demand", until, noteId });
  const isUnpaid = facts.contracts.some(({ context: own }) => own.overdueInvoices.length > 0);
  const isPaid = !isUnpaid && (state === "demanded" || state === "periodOver");
  if (isPaid && chance.happens(70)) return void step({ type: "cure", noteId });
  if (state === "periodOver" && chance.happens(50)) {
    step({ type: "recordUncured", debtorIds: debtorsOf(occasion) });
  }
  const mayEnd = ["opened", "periodOver", "uncured"].includes(state) && contractIds.length > 0;
  if (mayEnd && chance.happens(30)) {
    step({ type: "terminate", contractIds, debtorIds: debtorsOf(occasion) });
  }
}

/** What staff do about breaches of a customer. */
export function breachActs(occasion: Occasion): void {
  const open = occasion.facts.cases.filter(
    ({ state }) => !["discarded", "cured", "closed"].includes(state),
  );
  if (open.length === 0) record(occasion);
  for (const own of open) lead(occasion, own);
}
