import type { ContractContext } from "#machines/contract/context.ts";
import { invoicesOf, isLive, optionsOf, type Facts, type Live } from "./facts.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";

type Contract = Live<ContractContext>;

const listed = (ids: readonly string[]) => ids.toSorted().join(" ");

/** The service runs, is restricted or is suspended as its causes say. */
function* causeFaults({ state, regions, context }: Contract): Generator<string> {
  if (state !== "active") return;
  const { suspensions, restrictions, overdueInvoices, demands } = context;
  const service =
    suspensions.length > 0 ? "suspended" : restrictions.length > 0 ? "restricted" : "running";
  if (regions["service"] !== service) {
    yield `the service is ${String(regions["service"])}, its causes say ${service}`;
  }
  const standing = demands.length > 0 ? "demanded" : "good";
  if (regions["standing"] !== standing) {
    yield `the standing is ${String(regions["standing"])} with ${demands.length} open demands`;
  }
  const isUnpaid = suspensions.some(({ kind }) => kind === "nonPayment");
  if (isUnpaid && overdueInvoices.length === 0) yield "it is suspended for debts that are paid";
}

/** What a contract knows of its invoices is what they are. */
function* debtFaults(facts: Facts, { machineId, state, context }: Contract): Generator<string> {
  const unpaid = invoicesOf(facts, machineId).filter((invoice) => isOwedIn(invoice.state));
  const ids = (states: readonly string[]) =>
    listed(unpaid.filter((one) => states.includes(one.state)).map((one) => one.machineId));
  const open = ids(["issued", "partlyPaid", "overdue"]);
  if (listed(context.openInvoices) !== open) {
    yield `it holds ${listed(context.openInvoices)} for unpaid, unpaid is ${open}`;
  }
  if (state === "active" && listed(context.overdueInvoices) !== ids(["overdue"])) {
    yield `it holds ${listed(context.overdueInvoices)} for overdue, overdue is ${ids(["overdue"])}`;
  }
}

/** What a contract was told by breach cases is what those cases say. */
function* caseFaults({ cases }: Facts, { machineId, state, context }: Contract): Generator<string> {
  if (!isLive(state)) return;
  const caseOf = (id: string | null) => cases.find((one) => one.machineId === id);
  for (const { caseId } of context.demands) {
    const own = caseOf(caseId);
    if (own && !["demanded", "periodOver", "uncured", "terminated"].includes(own.state)) {
      yield `it is under the demand of a case that is ${own.state}`;
    }
  }
  for (const { kind, ref } of context.suspensions) {
    const own = kind === "breach" ? caseOf(ref) : undefined;
    if (own && !own.context.suspended.includes(machineId)) {
      yield "it is suspended by a case that does not suspend it";
    }
  }
  for (const own of cases) {
    if (own.context.terminated.includes(machineId)) yield "it lives, and a case has ended it";
  }
}

/** Nothing is served outside a living contract, and all of it inside. */
function* placeFaults(facts: Facts, { machineId, state, context }: Contract): Generator<string> {
  const { today, isSwept } = facts;
  const { start, term, options } = context;
  for (const option of optionsOf(facts, machineId)) {
    const isServed = ["active", "working", "inspecting"].includes(option.state);
    if (isServed && state !== "active") yield `an option is ${option.state} in a ${state} contract`;
    const isPromised = ["accepted", "provisioning"].includes(option.state);
    if (isPromised && !["accepted", "preparing"].includes(state)) {
      yield `an option is ${option.state} in a ${state} contract`;
    }
    const isHeld = options.some(({ optionId }) => optionId === option.machineId);
    const isDecided = isServed || isPromised || option.state === "ended";
    if (isDecided && !isHeld) yield `an option is ${option.state}, and its contract does not know`;
  }
  if (!isSwept) return;
  if (state === "active" && !(start && start <= today)) yield `it is active before its start`;
  if (state === "active" && !(term && term.end >= today)) yield `its term was over on ${term?.end}`;
  if (state === "preparing" && !(start && start > today)) yield `it did not start on ${start}`;
}

/** Where service, causes, debts, breach cases and options of a customer contradict each other, in words. */
export function serviceFaults(facts: Facts): string[] {
  return facts.contracts.flatMap((contract) => [
    ...causeFaults(contract),
    ...debtFaults(facts, contract),
    ...caseFaults(facts, contract),
    ...placeFaults(facts, contract),
  ]);
}
