import type { ContractContext } from "#machines/contract/context.ts";
import type { ContractEnd, PendingEnd } from "#machines/contract/ends.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { isLive, optionsOf, type Facts, type Live } from "./facts.ts";

/** Which end applies of several on one day, the first before all others. */
const order = [
  "terminated",
  "discontinued",
  "restricted",
  "cancelled by operator",
  "expired",
  "cancelled by customer",
  "assigned",
];

const rankOf = ({ cause, by }: Pick<PendingEnd, "cause" | "by">) => {
  const rank = order.indexOf(cause === "cancelled" ? `cancelled by ${by}` : cause);
  if (rank < 0) throw new Error(`No place for ${cause} by ${by}.`);
  return rank;
};

/** The end that applies, found by looking at each day on its own. */
function applying(ends: readonly PendingEnd[]): PendingEnd | undefined {
  const days = ends.map(({ endDay }) => endDay);
  const first = days.find((day) => days.every((other) => day <= other));
  const onDay = ends.filter(({ endDay }) => endDay === first);
  return onDay.find((end) => onDay.every((other) => rankOf(end) <= rankOf(other)));
}

/** By which clauses a cause can end something, and whether the days after the end are given back. */
const rules: Record<PendingEnd["cause"], { clause: RegExp; refunds: readonly string[] }> = {
  expired: { clause: /^A10\.2$/, refunds: ["none"] },
  cancelled: { clause: /^A17\.1$/, refunds: ["none", "unearned"] },
  terminated: { clause: /^A(16\.1(\(\d\))?|32\.\d)$/, refunds: ["none", "unearned"] },
  restricted: { clause: /^A19\.4$/, refunds: ["none", "unearned"] },
  discontinued: { clause: /^A20\.1$/, refunds: ["unearned"] },
  assigned: { clause: /^A31\.1$/, refunds: ["none"] },
};

function* clauseFaults({ cause, clause }: Pick<ContractEnd, "cause" | "clause">) {
  if (!rules[cause].clause.test(clause)) yield `an end is ${cause} by ${clause}`;
}

function* ruleFaults(
  end: Pick<ContractEnd, "cause" | "by" | "clause" | "refund">,
): Generator<string> {
  const { cause, by, refund } = end;
  yield* clauseFaults(end);
  if (!rules[cause].refunds.includes(refund)) yield `an end that is ${cause} gives back ${refund}`;
  const owed = by === "customer" ? "none" : "unearned";
  if (cause === "cancelled" && refund !== owed) yield `cancelled by ${by}, it gives back ${refund}`;
}

const sameEnd = (end: ContractEnd, pending: PendingEnd | undefined) =>
  pending !== undefined &&
  end.day === pending.endDay &&
  (["cause", "by", "clause", "ref", "refund"] as const).every(
    (name) => end[name] === pending[name],
  );

/** The pending ends of something that lives: told apart, to come, and the state says whether there are any. */
function* pendingFaults(
  { today, isSwept }: Facts,
  { regions, context }: Live<Pick<ContractContext, "ends">>,
): Generator<string> {
  const { ends } = context;
  const exit = ends.length > 0 ? "pending" : "none";
  if ("exit" in regions && regions["exit"] !== exit) {
    yield `its way out is ${String(regions["exit"])} with ${ends.length} pending ends`;
  }
  if (new Set(ends.map(({ id }) => id)).size < ends.length) yield "two pending ends have one id";
  for (const end of ends) yield* ruleFaults(end);
  const next = applying(ends);
  if (isSwept && next && next.endDay < today) yield `it should have ended on ${next.endDay}`;
}

function* contractFaults(facts: Facts, contract: Live<ContractContext>): Generator<string> {
  const { machineId, state, context } = contract;
  if (isLive(state)) {
    if (context.ended) yield `it is ${state} and has ended on ${context.ended.day}`;
    return yield* pendingFaults(facts, contract);
  }
  if (state !== "ended" && state !== "closed") return;
  const { ended } = context;
  if (!ended) return yield "it has ended without a day and a cause";
  yield* ruleFaults(ended);
  if (ended.day > facts.today) yield `it has ended on ${ended.day}, which is to come`;
  if (!sameEnd(ended, applying(context.ends))) {
    yield `it has ended as ${ended.cause} on ${ended.day}, though another end applied`;
  }
  for (const { state: left, context: own } of optionsOf(facts, machineId)) {
    if (!["ended", "withdrawn", "rejected"].includes(left))
      yield `it has ended, an option is ${left}`;
    if (left !== "ended") continue;
    if (!own.endDay || own.endDay > ended.day) {
      yield `it has ended on ${ended.day}, an option on ${own.endDay}`;
    }
  }
  if (state === "closed" && context.openInvoices.length > 0) yield "it is closed with open debts";
}

function* optionFaults(facts: Facts, option: Live<OptionContext>): Generator<string> {
  const { state, context } = option;
  const { ended, endDay, ends, contractId } = context;
  if (state !== "ended") {
    if (ended) yield `an option is ${state} and has ended on ${ended.day}`;
    return yield* pendingFaults(facts, option);
  }
  if (!ended || ended.day !== endDay) return yield "an option has ended without a day and a cause";
  if (ended.cause === "lost") {
    if (ended.clause !== "A7.6") yield `an option's device was lost by ${ended.clause}`;
    if (ended.refund !== "none") yield "a lost device gives fees back";
    return;
  }
  const found = { ...ended, cause: ended.cause };
  yield* clauseFaults(found);
  const contract = facts.contracts.find(({ machineId }) => machineId === contractId);
  const next = applying(ends);
  const contractsEnd = contract?.context.ended;
  // Where both end on one day, either may be what is recorded of the option.
  const isOwn = sameEnd(found, next);
  const isContracts = contractsEnd?.day === ended.day && contractsEnd.cause === ended.cause;
  if (!isOwn && !isContracts) {
    yield `an option has ended as ${ended.cause} on ${ended.day}, though another end applied`;
  }
  if (next && next.endDay < ended.day) yield `an option should have ended on ${next.endDay}`;
}

/** What contract and option say of the option's end is the same: fees go by what the contract says. */
function* agreementFaults(facts: Facts, { state, context }: Live<ContractContext>) {
  if (!isLive(state)) return;
  for (const { optionId, endDay } of context.options) {
    const own = facts.options.find(({ machineId }) => machineId === optionId)?.context;
    const expected = own?.endDay ?? applying(own?.ends ?? [])?.endDay ?? null;
    if ((endDay ?? null) !== expected) {
      yield `it holds ${endDay} for the end of an option that ends on ${expected}`;
    }
  }
}

/** Where ends of contracts and options are not as the terms say, in words. */
export function endFaults(facts: Facts): string[] {
  return [
    ...facts.contracts.flatMap((contract) => [
      ...contractFaults(facts, contract),
      ...agreementFaults(facts, contract),
    ]),
    ...facts.options.flatMap((option) => [...optionFaults(facts, option)]),
  ];
}
