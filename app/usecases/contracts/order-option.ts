import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { listMenus } from "#app/usecases/catalog/list-menus.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { asNoticeWish } from "./cancellation-wish.ts";
import { readOptionPage } from "./option-orders.ts";

/** A step about an option as its form sends it. */
export interface TypedOptionStep {
  step: string;
  menuCode: string;
  optionId: string;
  wish: string;
  /** The end that was shown before a cancellation was confirmed (ISO day). */
  endDay: string;
  commandId: string;
}

/** What became of a step; `menuMissing` where nothing was chosen. */
export type OptionOutcome = "added" | "withdrawn" | "cancelled" | "menuMissing";

async function send(
  principal: Principal,
  [kind, machineId]: [MachineKind, string],
  commandId: string,
  event: MachineEvent,
): Promise<void> {
  const { customerId, actor } = asMember(principal);
  if (!isIdentifier(machineId) || !isIdentifier(commandId)) {
    throw new Problem("notFound", "no identifier");
  }
  const { receivedAt } = principal;
  const command = { customerId, machineId, kind, commandId, actor, receivedAt, event };
  accepted(await currentPortal().dispatch(command));
}

async function add(
  principal: Principal,
  contractId: string,
  { menuCode, commandId }: TypedOptionStep,
): Promise<OptionOutcome> {
  const menus = await listMenus(tokyoDay(principal.receivedAt).toString());
  const menu = menus.find(({ code, kind }) => code === menuCode && kind !== "basic");
  if (!menu) return "menuMissing";
  const { code, kind, nameJa, nameEn, annualPrice } = menu;
  // A second click orders the same option again, which the contract knows already.
  const option = { optionId: commandId, menuCode: code, kind, nameJa, nameEn, annualPrice };
  await send(principal, ["contract", contractId], commandId, { type: "addOption", option });
  return "added";
}

async function cancel(
  principal: Principal,
  contractId: string,
  { optionId, wish, endDay, commandId }: TypedOptionStep,
): Promise<OptionOutcome> {
  const { cancellable } = await readOptionPage(principal, contractId);
  const exits = cancellable.find(({ option }) => option.optionId === optionId)?.exits.exits ?? [];
  const exit = exits.find((one) => one.wish === wish && one.endDay === endDay);
  if (!exit) throw new Problem("conflict", "the option ends on another day now, or can't end");
  const event = { type: "cancel", wish: asNoticeWish(exit.wish) };
  await send(principal, ["option", optionId], commandId, event);
  return "cancelled";
}

/**
 * Orders an option for a running contract (A9.1, 追加申込み), takes such an order back, or gives notice of
 * one by the rule of A17 (A9.2), for the end day that was shown.
 *
 * @throws Problem `conflict` where the contract or the option takes no such step now, or a notice leads to
 *   another day; `notAllowed` for all but the owner; `notFound`; `invalid` for another step
 */
export async function stepOption(
  principal: Principal,
  contractId: string,
  typed: TypedOptionStep,
): Promise<OptionOutcome> {
  if (typed.step === "add") return add(principal, contractId, typed);
  if (typed.step === "cancel") return cancel(principal, contractId, typed);
  if (typed.step !== "withdraw") throw new Problem("invalid", `no such step: ${typed.step}`);
  const { optionId, commandId } = typed;
  await send(principal, ["option", optionId], commandId, { type: "withdrawAddition" });
  return "withdrawn";
}
