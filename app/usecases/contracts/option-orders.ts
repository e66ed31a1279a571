import { readContractOptions, readOptionSnapshots } from "#db/queries/contract/options.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { listMenus, type Menu } from "#app/usecases/catalog/list-menus.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { ContractContext, SoldOption } from "#machines/contract/context.ts";
import { nextOptionExits, type NextExits } from "#machines/contract/next-exits.ts";
import { taxRateOn } from "#machines/money/tax.ts";
import { share } from "#machines/money.ts";
import { firstOptionFee } from "#machines/terms/a09-options.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { noticesOf, type PendingNotice } from "./notices.ts";
import { topState } from "./states.ts";

/** An option that can be ordered today, with its first fee in yen if it were accepted today (A9.1). */
export interface AddableOption extends Menu {
  firstFee: { months: number; net: number; tax: number };
}

/** An option of the contract that can be cancelled by itself, with the days on which it can end (A9.2). */
export interface CancellableOption {
  option: SoldOption;
  exits: NextExits;
}

/** What can be done about the options of a running contract. */
export interface OptionPage {
  contractId: string;
  number: string;
  /** ISO day to which a first fee reaches: the end of the running term. */
  termEnd: string;
  addable: AddableOption[];
  requested: SoldOption[];
  cancellable: CancellableOption[];
  /** The notices that were given for options and can still be taken back (A9.2, A17.1). */
  noticed: PendingNotice[];
}

/** A running contract of the member's customer. Throws `notFound`, `conflict` where it does not run. */
async function readRunning(principal: Principal, contractId: string) {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const { database } = currentPortal();
  const scope = { role: "portal_app", customerId } as const;
  const found = await database.transaction(scope, async (tx) => ({
    stored: await readMachineSnapshot(tx, customerId, { machineId: contractId, kind: "contract" }),
    rows: await readContractOptions(tx, customerId, contractId),
    options: await readOptionSnapshots(tx, customerId, contractId),
  }));
  if (!found.stored) throw new Problem("notFound", `no contract ${contractId}`);
  const { value, context } = presentState<ContractContext>(found.stored);
  if (topState(value) !== "active" || !context.term) {
    throw new Problem("conflict", `a contract that is ${topState(value)} takes no option`);
  }
  const options = found.options.map((option) => presentState<OptionContext>(option).context);
  return { context, term: context.term, rows: found.rows, options };
}

function priced(menu: Menu, today: string, term: { start: string; end: string }): AddableOption {
  const day = dayOf(today);
  const running = { start: dayOf(term.start), end: dayOf(term.end) };
  const { months, amount } = firstOptionFee(menu.annualPrice, day, running, policyOn(day));
  const net = menu.kind === "work" ? menu.annualPrice : amount;
  return { ...menu, firstFee: { months, net, tax: share(net, taxRateOn(day), 100) } };
}

/**
 * The options of a running contract: what can be added, what waits for the operator, and how each can
 * end by itself (A9.1, A9.2). Nothing is written.
 *
 * @throws Problem `notFound` for a contract of somebody else, `conflict` where it does not run
 */
export async function readOptionPage(
  principal: Principal,
  contractId: string,
): Promise<OptionPage> {
  const { context, term, rows, options } = await readRunning(principal, contractId);
  const today = tokyoDay(principal.receivedAt).toString();
  const menus = await listMenus(today);
  const living = new Set(
    rows.flatMap(({ optionId, status }) => (status === "active" ? [optionId] : [])),
  );
  return {
    contractId,
    number: context.number ?? "",
    termEnd: term.end,
    addable: menus.filter(({ kind }) => kind !== "basic").map((menu) => priced(menu, today, term)),
    requested: context.requestedOptions,
    cancellable: context.options.flatMap((option) => {
      if (!living.has(option.optionId) || option.endDay) return [];
      const found = nextOptionExits(context, option.optionId, today);
      return found ? [{ option, exits: found }] : [];
    }),
    noticed: noticesOf(context, options, principal.receivedAt).pending.filter(
      ({ option }) => option !== null,
    ),
  };
}
