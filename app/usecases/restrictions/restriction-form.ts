import type { Menu } from "#app/usecases/catalog/list-menus.ts";
import {
  instantOf,
  isStorable,
  lineOf,
  type TypedFields,
} from "#app/usecases/notices/typed-fields.ts";
import type { NamedContract } from "#db/queries/restrictions.ts";
import type { ReachedScope } from "#machines/engine/reach.ts";
import { restrictionReason } from "#machines/terms/a19-restriction.ts";

/** The fields of the form, in the order in which it asks; those of a change are the last ones. */
export type RestrictionField =
  | "clause"
  | "scope"
  | "menus"
  | "numbers"
  | "start"
  | "startsAt"
  | "endsAt"
  | "textJa"
  | "textEn";

/** What is wrong with a field; `unknown` names the contract numbers that lead to no living contract. */
export type RestrictionFault =
  | "missing"
  | "notATime"
  | "past"
  | "notAfterStart"
  | "tooLong"
  | "unknown";

export type RestrictionFaults = Partial<Record<RestrictionField, RestrictionFault>>;

/** What may change once it is planned: until when, and what customers read. */
export interface AskedCourse {
  endsAt: string | null;
  textJa: string;
  textEn: string;
}

/** A restriction as the form asks for it. */
export interface AskedRestriction extends AskedCourse {
  clause: string;
  scope: ReachedScope;
  startsAt: string;
}

/** The numbers of contracts as they were typed, one a line or with commas between. */
export function typedNumbers(typed: TypedFields): string[] {
  const text = lineOf(typed, "numbers").toUpperCase();
  return [...new Set(text.split(/[\s,、，]+/).filter((number) => number !== ""))].slice(0, 500);
}

/** Reads what may change: an end, left open where nothing is typed, and two texts. */
export function readCourse(
  typed: TypedFields,
  now: string,
  startsAt: string | null,
): { course: AskedCourse; faults: RestrictionFaults } {
  const faults: RestrictionFaults = {};
  const text = lineOf(typed, "endsAt");
  const endsAt = instantOf(text);
  if (text !== "" && endsAt === null) faults.endsAt = "notATime";
  else if (endsAt !== null && startsAt !== null && endsAt <= startsAt)
    faults.endsAt = "notAfterStart";
  else if (endsAt !== null && endsAt <= now) faults.endsAt = "past";
  for (const name of ["textJa", "textEn"] as const) {
    const words = lineOf(typed, name);
    if (words === "") faults[name] = "missing";
    else if (!isStorable(words, 2000)) faults[name] = "tooLong";
  }
  const [textJa, textEn] = [lineOf(typed, "textJa"), lineOf(typed, "textEn")];
  return { course: { endsAt, textJa, textEn }, faults };
}

function readScope(
  typed: TypedFields,
  menus: readonly Menu[],
  contracts: readonly NamedContract[],
): { scope: ReachedScope } | { faults: RestrictionFaults } {
  const kind = lineOf(typed, "scope");
  if (kind === "contracts") {
    const numbers = typedNumbers(typed);
    if (numbers.length === 0) return { faults: { numbers: "missing" } };
    if (numbers.some((number) => !contracts.some((one) => one.number === number)))
      return { faults: { numbers: "unknown" } };
    const refs = contracts.map(({ customerId, contractId }) => ({ customerId, contractId }));
    return { scope: { kind, contracts: refs } };
  }
  if (kind !== "menus") return { faults: { scope: "missing" } };
  const chosen = menus.filter(({ code }) => typed["menus"]?.includes(code));
  if (chosen.length === 0) return { faults: { menus: "missing" } };
  const scoped = chosen.map(({ code, nameJa, nameEn, kind: menuKind }) => ({
    ...{ code, nameJa, nameEn, kind: menuKind },
  }));
  return { scope: { kind, menus: scoped } };
}

function readStart(
  typed: TypedFields,
  now: string,
): { startsAt: string } | { faults: RestrictionFaults } {
  const start = lineOf(typed, "start");
  if (start === "now") return { startsAt: now };
  if (start !== "later") return { faults: { start: "missing" } };
  const text = lineOf(typed, "startsAt");
  const startsAt = instantOf(text);
  if (startsAt === null) return { faults: { startsAt: text === "" ? "missing" : "notATime" } };
  return startsAt <= now ? { faults: { startsAt: "past" } } : { startsAt };
}

/**
 * Reads the form of a restriction.
 *
 * @param menus the menus that may be chosen
 * @param contracts the living contracts whose numbers were typed
 * @param now the instant at which it came in
 */
export function readRestrictionForm(
  typed: TypedFields,
  menus: readonly Menu[],
  contracts: readonly NamedContract[],
  now: string,
): { restriction: AskedRestriction } | { faults: RestrictionFaults } {
  const clause = lineOf(typed, "clause");
  const scope = readScope(typed, menus, contracts);
  const start = readStart(typed, now);
  const read = readCourse(typed, now, "startsAt" in start ? start.startsAt : null);
  const faults: RestrictionFaults = {
    ...(restrictionReason(clause) ? {} : { clause: "missing" }),
    ...("faults" in scope ? scope.faults : {}),
    ...("faults" in start ? start.faults : {}),
    ...read.faults,
  };
  if ("faults" in scope || "faults" in start || Object.keys(faults).length > 0) return { faults };
  return { restriction: { clause, ...scope, ...start, ...read.course } };
}
