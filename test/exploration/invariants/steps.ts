import type { ContractContext } from "#machines/contract/context.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { endOfPeriod, nextDay } from "#test/helpers/day-by-day.ts";
import { optionsOf, type Facts, type Live } from "./facts.ts";

interface Step {
  before: Facts;
  after: Facts;
}

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
  const lastDayBy = (some: typeof ends) =>
    some
      .filter(({ cause, endDay }) => cause === "discontinued" && endDay >= term.start)
      .map(({ endDay }) => endDay)
      .concat(year)
      .toSorted()[0];
  // What was announced or taken back on the very day may have come after the term's beginning.
  const lasting = ends.filter(({ id }) => before.ends.some((end) => end.id === id));
  const possible = [ends, lasting, before.ends].map(lastDayBy);
  if (!possible.includes(term.end)) {
    yield `a term from ${term.start} ends on ${term.end}, not on ${possible[0]}`;
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

/** Whether something was known to end before a day, before a step and after it. */
function wasToEnd({ before, after }: Step, machineId: string, day: string): boolean {
  const endsIn = ({ contracts, options }: Facts) =>
    [...contracts, ...options].find((one) => one.machineId === machineId)?.context.ends ?? [];
  const known = new Set(endsIn(before).map(({ id }) => id));
  return endsIn(after).some(({ id, endDay }) => known.has(id) && endDay < day);
}

/** Nothing new is asked for days after an end that was known already. */
function* chargeFaults(step: Step, { context }: Live<InvoiceContext>): Generator<string> {
  const { contractId, periodStart, lines } = context;
  if (!contractId || !periodStart) return;
  if (wasToEnd(step, contractId, periodStart)) {
    yield `a fee from ${periodStart} is asked for, after the known end of the contract`;
  }
  for (const { menuCode } of lines) {
    const sold = optionsOf(step.after, contractId).filter(
      (option) => option.context.menuCode === menuCode,
    );
    if (sold.length > 0 && sold.every((one) => wasToEnd(step, one.machineId, periodStart))) {
      yield `a fee from ${periodStart} is asked for ${menuCode}, after its known end`;
    }
  }
}

const byId = <One extends { machineId: string }>(list: readonly One[]) =>
  new Map(list.map((one) => [one.machineId, one]));

/** Whether a transfer that had paid an invoice turned out to be somebody else's money. */
function wasUndone({ before, after }: Step, invoiceId: string): boolean {
  const since = after.part.events.slice(before.happened, after.happened);
  return since.some(
    ({ machineId, event }) => machineId === invoiceId && event.type === "transferReversed",
  );
}

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
  for (const invoice of after.invoices) {
    const { machineId, state, context } = invoice;
    const old = invoices.get(machineId);
    if (!old) {
      faults.push(...chargeFaults({ before, after }, invoice));
      continue;
    }
    const { dueDay, paid, total } = old.context;
    if ((context.dueDay ?? "") > (dueDay ?? "")) {
      faults.push(`an invoice is due on ${context.dueDay} and was due on ${dueDay}`);
    }
    if (context.total !== total) faults.push("an invoice was rewritten");
    if (wasUndone({ before, after }, machineId)) continue;
    if (context.paid < paid) faults.push("what was paid is paid no more");
    if (old.state === "paid" && state !== "paid" && state !== "void")
      faults.push("a paid invoice is owed again");
  }
  return faults;
}
