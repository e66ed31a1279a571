import { listMenus, type Menu } from "#app/usecases/catalog/list-menus.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { tokyoDayText } from "#machines/calendar.ts";

/** The menus that a notice can be about: those of the catalog. Throws `notAllowed` for other roles. */
export async function menusToChoose(principal: Principal): Promise<Menu[]> {
  asStaff(principal, "operations");
  return listMenus(tokyoDayText(principal.receivedAt));
}
