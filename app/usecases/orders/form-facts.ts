import { listMenus, type Menu } from "#app/usecases/catalog/list-menus.ts";
import { dayOf } from "#machines/calendar.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { FormFacts } from "./order-form/check.ts";

/**
 * What an order of this day is checked against: the menus on sale (A2) and the days on which the
 * service can start (A5.5, policy). A menu that is gone before the first of them is on sale no more (A20).
 *
 * @param today ISO day in Tokyo
 */
export async function readFormFacts(today: string): Promise<{ facts: FormFacts; menus: Menu[] }> {
  const { orderLeadDays, orderLatestStartMonths } = policyOn(dayOf(today));
  const earliestStart = dayOf(today).add({ days: orderLeadDays }).toString();
  const listed = await listMenus(today);
  const menus = listed.filter(({ lastDay }) => lastDay === null || lastDay >= earliestStart);
  const codes = (kinds: readonly Menu["kind"][]) =>
    menus.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);
  const facts = {
    today,
    basics: codes(["basic"]),
    options: codes(["subscription", "device", "work"]),
    deviceMenus: codes(["device"]),
    earliestStart,
    latestStart: dayOf(today).add({ months: orderLatestStartMonths }).toString(),
    lastDays: Object.fromEntries(
      menus.flatMap(({ code, lastDay }) => (lastDay === null ? [] : [[code, lastDay]])),
    ),
  };
  return { facts, menus };
}
