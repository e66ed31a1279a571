import type { ContractContext } from "#machines/contract/context.ts";
import { endOfPeriod, nextDay } from "#test/helpers/day-by-day.ts";
import type { Facts, Live } from "./facts.ts";

/** The next term begins the day after the last and lasts a year, unless a discontinuation cuts it short. */
function* termFaults(
  before: ContractContext,
  { term, ends, start }: ContractContext,
): Generator<string> {
  if (before.term?.start === term?.start) {
    if (before.term?.end !== term?.end) yield "a running term got another end";
    return;
  }
  if (!term) return yield "a term is gone";
  const first = before.term ? nextDay(before.term.end) : start;
  if (term.start !== first) yield `a term begins on ${term.start}, not on ${first}`;
  const year = endOfPeriod(term.start, 12);
  const caps = ends.filter(({ cause, endDay }) => cause === "discontinued" && endDay >= term.start);
  // What was announced on the very day may have come after the term's beginning.
  const known = caps.filter(({ id }) => before.ends.some((end) => end.id === id));
  const [all, earlier] = [caps, known].map(
    (some) => [year, ...some.map(({ endDay }) => endDay)].toSorted()[0],
  );
  if (term.end !== all && term.end !== earlier) {
    yield `a term from ${term.start} ends on ${term.end}, not on ${all}`;
  }
}

/** What has ended stays as it is. */
function* endFaults(
  before: Live<ContractContext>,
  { state, context }: Live<ContractContext>,
): Generator<string> {
  const { ended } = before.context;
  if (!ended) return;
  if (JSON.stringify(ended) !== JSON.stringify(context.ended)) yield "an end that has come changed";
  if (state !== "ended" && state !== "closed") yield `what had ended is ${state}`;
  if (before.context.refunds.length !== context.refunds.length) yield "a refund came after the end";
}

const byId = <One extends { machineId: string }>(list: readonly One[]) =>
  new Map(list.map((one) => [one.machineId, one]));

/** Where a step led from one place to another to which it must not, in words. */
export function stepFaults(before: Facts, after: Facts): string[] {
  const faults: string[] = [];
  const contracts = byId(before.contracts);
  for (const contract of after.contracts) {
    const old = contracts.get(contract.machineId);
    if (!old || old.snapshot === contract.snapshot) continue;
    faults.push(...termFaults(old.context, contract.context), ...endFaults(old, contract));
  }
  const invoices = byId(before.invoices);
  for (const { machineId, state, context } of after.invoices) {
    const old = invoices.get(machineId);
    if (!old) continue;
    const { dueDay, paid, total } = old.context;
    if ((context.dueDay ?? "") > (dueDay ?? "")) {
      faults.push(`an invoice is due on ${context.dueDay} and was due on ${dueDay}`);
    }
    if (context.total !== total || context.paid < paid) faults.push("an invoice was rewritten");
    if (old.state === "paid" && state !== "paid") faults.push("a paid invoice is owed again");
  }
  return faults;
}
