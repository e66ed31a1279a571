import { day } from "#app/usecases/orders/order-form/fields.ts";
import { lastDayOfContract } from "#app/usecases/catalog/gone-menus.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { requireIdentifiers, sendAsOperations, type StaffTarget } from "./staff-command.ts";

/** The last day (ISO) that can be set as start on a day: as far ahead as an order may wish for. */
export function latestStartDay(today: string): string {
  return dayOf(today)
    .add({ months: policyOn(dayOf(today)).orderLatestStartMonths })
    .toString();
}

/** What became of a start day; `code` names what is wrong with it, see `order-form/fields.ts`. */
export type StartDayResult =
  | { outcome: "fixed" | "proposed" }
  | { outcome: "invalid"; code: string };

/**
 * Sets the day on which the service starts (開始日, A5.5). The day wished for is fixed at once;
 * another is proposed and needs the customer's confirmation. It can't lie after the last day of a menu that
 * is discontinued (A20).
 *
 * @param typed the day as it came with the form
 * @throws Problem `notFound`, or `conflict` where the contract takes no start day now
 */
export async function setStartDay(
  principal: Principal,
  target: StaffTarget,
  typed: unknown,
): Promise<StartDayResult> {
  const today = tokyoDay(principal.receivedAt).toString();
  const parsed = day(today, latestStartDay(today)).safeParse(typed);
  if (!parsed.success) {
    return { outcome: "invalid", code: parsed.error.issues[0]?.message ?? "day" };
  }
  asStaff(principal, "operations");
  requireIdentifiers(target.customerId, target.contractId);
  const lastDay = await lastDayOfContract(target);
  if (lastDay !== null && lastDay < parsed.data) {
    return { outcome: "invalid", code: `menuEnds ${lastDay}` };
  }
  const event = { type: "setStart", startDay: parsed.data };
  const state = await sendAsOperations(principal, target, event);
  return { outcome: state === "preparing" ? "fixed" : "proposed" };
}
