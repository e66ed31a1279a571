import { listMenus, type Menu } from "#app/usecases/catalog/list-menus.ts";
import { previewAffected, type Affected } from "#app/usecases/notices/preview-affected.ts";
import { readReason, type ReasonFaults } from "#app/usecases/notices/reason.ts";
import { isStorable, lineOf, type TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { sendToOperatorMachine } from "#app/usecases/operator/send-to-operator-machine.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { dayOf, tokyoDayText } from "#machines/calendar.ts";
import type { Derivation, Explained } from "#machines/calendar/derivation.ts";
import { isoDay } from "#machines/engine/fields.ts";
import type { ScopedMenu } from "#machines/engine/reach.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { lastDiscontinuationNotice, lastServiceDay } from "#machines/terms/a20-discontinuation.ts";

export type DiscontinuationField =
  | "menus"
  | "firstDayWithout"
  | "lateJa"
  | "lateEn"
  | "textJa"
  | "textEn";

/** `late`: the six months can't be kept any more, so that a reason must be given. */
export type DiscontinuationFault = "missing" | "notADay" | "notAfterToday" | "tooLong" | "late";

export type DiscontinuationFaults = Partial<Record<DiscontinuationField, DiscontinuationFault>>;

/** A discontinuation as the form asks for it. */
export interface AskedDiscontinuation {
  menus: ScopedMenu[];
  firstDayWithout: string;
  textJa: string;
  textEn: string;
  lateReason: Bilingual | null;
}

/** What the form came to: something wrong, what would happen, or that it has happened. */
export type AnnounceAnswer =
  | { outcome: "faults"; faults: DiscontinuationFaults }
  | {
      outcome: "review";
      discontinuation: AskedDiscontinuation;
      lastDay: string;
      /** The last day on which the announcement would be in time, and why that day. */
      lastNotice: { day: string; derivation: Derivation };
      affected: Affected;
    }
  | { outcome: "sent" };

/** Names the discontinuation and the click. */
export interface DiscontinuationTarget {
  discontinuationId: string;
  clickId: string;
}

const asIso = ({ day, derivation }: Explained<Derivation>) => ({ day: day.toString(), derivation });

function readForm(
  typed: TypedFields,
  menus: readonly Menu[],
  today: string,
): { asked: AskedDiscontinuation } | { faults: DiscontinuationFaults } {
  const faults: DiscontinuationFaults = {};
  const chosen = menus.filter(({ code }) => typed["menus"]?.includes(code));
  if (chosen.length === 0) faults.menus = "missing";
  const first = lineOf(typed, "firstDayWithout");
  if (first === "") faults.firstDayWithout = "missing";
  else if (!isoDay.safeParse(first).success) faults.firstDayWithout = "notADay";
  else if (first <= today) faults.firstDayWithout = "notAfterToday";
  const [ja, en] = [lineOf(typed, "lateJa"), lineOf(typed, "lateEn")];
  const isLate =
    faults.firstDayWithout === undefined &&
    today > lastDiscontinuationNotice(dayOf(first)).day.toString();
  for (const [name, text] of [["lateJa", ja] as const, ["lateEn", en] as const]) {
    if (isLate && text === "") faults[name] = "late";
    else if (!isStorable(text, 500)) faults[name] = "tooLong";
  }
  for (const name of ["textJa", "textEn"] as const) {
    const text = lineOf(typed, name);
    if (text === "") faults[name] = "missing";
    else if (!isStorable(text, 2000)) faults[name] = "tooLong";
  }
  if (Object.keys(faults).length > 0) return { faults };
  const scoped = chosen.map(({ code, nameJa, nameEn, kind }) => ({ code, nameJa, nameEn, kind }));
  const [textJa, textEn] = [lineOf(typed, "textJa"), lineOf(typed, "textEn")];
  const lateReason = isLate ? { ja, en } : null;
  return { asked: { menus: scoped, firstDayWithout: first, textJa, textEn, lateReason } };
}

/**
 * Announces that menus are discontinued (サービスの廃止, A20): contracts and options with them end the day
 * before. Later than six months before it needs a reason why that could not be avoided.
 *
 * @param send false to learn first what would happen
 * @throws Problem `conflict` where it was announced already, `notAllowed` for other roles
 */
export async function announceDiscontinuation(
  principal: Principal,
  { discontinuationId, clickId }: DiscontinuationTarget,
  typed: TypedFields,
  send: boolean,
): Promise<AnnounceAnswer> {
  asStaff(principal, "operations");
  const today = tokyoDayText(principal.receivedAt);
  const read = readForm(typed, await listMenus(today), today);
  if ("faults" in read) return { outcome: "faults", faults: read.faults };
  const { asked } = read;
  if (!send) {
    const first = dayOf(asked.firstDayWithout);
    return {
      outcome: "review",
      discontinuation: asked,
      lastDay: lastServiceDay(first).day.toString(),
      lastNotice: asIso(lastDiscontinuationNotice(first)),
      affected: await previewAffected(principal, [{ kind: "menus", menus: asked.menus }]),
    };
  }
  const target = { kind: "discontinuation", machineId: discontinuationId, clickId } as const;
  await sendToOperatorMachine(principal, target, { type: "announce", ...asked });
  return { outcome: "sent" };
}

/**
 * Withdraws a discontinuation that is not effective yet: the ends that it brought lapse.
 *
 * @throws Problem `notFound`, or `conflict` where it is in effect or was withdrawn already
 */
export async function withdrawDiscontinuation(
  principal: Principal,
  { discontinuationId, clickId }: DiscontinuationTarget,
  typed: TypedFields,
): Promise<{ outcome: "sent" } | { outcome: "faults"; faults: ReasonFaults }> {
  const read = readReason(typed);
  if ("faults" in read) return { outcome: "faults", faults: read.faults };
  const target = { kind: "discontinuation", machineId: discontinuationId, clickId } as const;
  await sendToOperatorMachine(principal, target, { type: "withdraw", ...read.reason });
  return { outcome: "sent" };
}
