import type { Menu } from "#app/usecases/catalog/list-menus.ts";
import {
  instantOf,
  isStorable,
  lineOf,
  type TypedFields,
} from "#app/usecases/notices/typed-fields.ts";
import type { NamedMenu } from "#machines/engine/notify-customers.ts";

/** What the form asks for, in the order in which it asks. */
export const maintenanceFields = [
  "startsAt",
  "endsAt",
  "menus",
  "titleJa",
  "titleEn",
  "textJa",
  "textEn",
] as const;

export type MaintenanceField = (typeof maintenanceFields)[number];

/** What is wrong with a field. */
export type MaintenanceFault = "missing" | "notATime" | "past" | "notAfterStart" | "tooLong";

export type MaintenanceFaults = Partial<Record<MaintenanceField, MaintenanceFault>>;

/** A window as the form asks for it. */
export interface AskedWindow {
  startsAt: string;
  endsAt: string;
  menus: NamedMenu[];
  titleJa: string;
  titleEn: string;
  textJa: string;
  textEn: string;
}

/** Longest title and text in characters: what the machine stores. */
const longest = { titleJa: 200, titleEn: 200, textJa: 2000, textEn: 2000 } as const;

function timeFaults(typed: TypedFields, now: string, begunAt: string | null): MaintenanceFaults {
  const faults: MaintenanceFaults = {};
  const [starts, ends] = (["startsAt", "endsAt"] as const).map((name) => {
    const text = lineOf(typed, name);
    const instant = instantOf(text);
    if (instant === null) faults[name] = text === "" ? "missing" : "notATime";
    return instant;
  });
  if (starts && begunAt === null && starts <= now) faults.startsAt = "past";
  if (starts && ends && ends <= starts) faults.endsAt = "notAfterStart";
  else if (ends && ends <= now) faults.endsAt = "past";
  return faults;
}

/**
 * Reads the form of a maintenance window.
 *
 * @param menus the menus that may be chosen
 * @param now the instant at which it came in
 * @param begunAt the start of a window that is under way, which can't be moved; null for one ahead
 */
export function readMaintenanceForm(
  typed: TypedFields,
  menus: readonly Menu[],
  now: string,
  begunAt: string | null,
): { window: AskedWindow } | { faults: MaintenanceFaults } {
  const faults = timeFaults(typed, now, begunAt);
  const chosen = menus.filter(({ code }) => typed["menus"]?.includes(code));
  if (chosen.length === 0) faults.menus = "missing";
  for (const name of ["titleJa", "titleEn", "textJa", "textEn"] as const) {
    const text = lineOf(typed, name);
    if (text === "" && (name === "titleJa" || name === "titleEn")) faults[name] = "missing";
    else if (!isStorable(text, longest[name])) faults[name] = "tooLong";
  }
  if (Object.keys(faults).length > 0) return { faults };
  return {
    window: {
      startsAt: begunAt ?? instantOf(lineOf(typed, "startsAt")) ?? "",
      endsAt: instantOf(lineOf(typed, "endsAt")) ?? "",
      menus: chosen.map(({ code, nameJa, nameEn }) => ({ code, nameJa, nameEn })),
      titleJa: lineOf(typed, "titleJa"),
      titleEn: lineOf(typed, "titleEn"),
      textJa: lineOf(typed, "textJa"),
      textEn: lineOf(typed, "textEn"),
    },
  };
}
