import { listMenus, type Menu } from "#app/usecases/catalog/list-menus.ts";
import { dayOf } from "#machines/calendar.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { FormFacts } from "./order-form/check.ts";

/**
 * What an order of this day is checked against: the menus on sale (A2) and the days on which the
 * service can start (A5.5, policy).
 *
 * @param today ISO day in Tokyo
 */
export async function readFormFacts(today: string): Promise<{ facts: FormFacts; menus: Menu[] }> {
  const menus = await listMenus(today);
  const { orderLeadDays, orderLatestStartMonths } = policyOn(dayOf(today));
  const codes = (kinds: readonly Menu["kind"][]) =>
    menus.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);
  const facts = {
    today,
    basics: codes(["basic"]),
    options: codes(["subscription", "device", "work"]),
    deviceMenus: codes(["device"]),
    earliestStart: dayOf(today).add({ days: orderLeadDays }).toString(),
    latestStart: dayOf(today).add({ months: orderLatestStartMonths }).toString(),
  };
  return { facts, menus };
}
