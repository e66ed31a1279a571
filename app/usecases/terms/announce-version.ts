import { currentPortal } from "#app/portal.ts";
import { isStorable, lineOf, type TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { countSpreadTargets } from "#db/queries/spread.ts";
import { readTermsVersion } from "#db/queries/terms-versions.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { isAnnouncedInTime, lastAnnouncementDay } from "#machines/terms/a03-amendment.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { affectedBy } from "#machines/terms-version/affected.ts";
import type { AnnouncementFaults, AnnouncementField } from "./announcement-form.ts";
import { sendToVersion, type VersionTarget } from "./send-to-version.ts";

interface Asked {
  effectiveDay: string;
  summary: Bilingual;
  reason: Bilingual | null;
}

/** What an announcement today would do (A3.2). */
export interface AnnouncementReview {
  today: string;
  effectiveDay: string;
  summary: Bilingual;
  reason: Bilingual | null;
  isInTime: boolean;
  /** The last day on which it would have been in time, and how that was found. */
  lastDay: { day: string; derivation: Derivation };
  affected: { machines: number; customers: number };
  /** Of the text that was reviewed: only that one is announced. */
  textHash: string;
}

export type AnnouncementAnswer =
  | { outcome: "faults"; faults: AnnouncementFaults; lastDay: AnnouncementReview["lastDay"] | null }
  | { outcome: "review"; review: AnnouncementReview }
  | { outcome: "announced" };

const longest = 500;

function lastDayFor(effectiveDay: string): AnnouncementReview["lastDay"] {
  const { day, derivation } = lastAnnouncementDay(dayOf(effectiveDay));
  return { day: day.toString(), derivation };
}

function readForm(typed: TypedFields, today: string): Asked | { faults: AnnouncementFaults } {
  const faults: AnnouncementFaults = {};
  const line = (name: AnnouncementField) => lineOf(typed, name);
  const effectiveDay = line("effectiveDay").replaceAll("/", "-");
  const isDay = isoDay.safeParse(effectiveDay).success;
  if (effectiveDay === "") faults.effectiveDay = "missing";
  else if (!isDay) faults.effectiveDay = "notADay";
  else if (effectiveDay <= today) faults.effectiveDay = "notAhead";
  const isLate =
    isDay && effectiveDay > today && !isAnnouncedInTime(dayOf(today), dayOf(effectiveDay));
  for (const name of ["summaryJa", "summaryEn"] as const) {
    if (line(name) === "") faults[name] = "missing";
    else if (!isStorable(line(name), longest)) faults[name] = "tooLong";
  }
  for (const name of ["reasonJa", "reasonEn"] as const) {
    if (isLate && line(name) === "") faults[name] = "late";
    else if (!isStorable(line(name), longest)) faults[name] = "tooLong";
  }
  if (Object.keys(faults).length > 0) return { faults };
  const reason = isLate ? { ja: line("reasonJa"), en: line("reasonEn") } : null;
  return { effectiveDay, summary: { ja: line("summaryJa"), en: line("summaryEn") }, reason };
}

/**
 * Announces a draft (告知, A3.2): it is posted, and every customer whom it touches is written to. An
 * announcement that leaves customers less than a month needs the reason why it could not be avoided.
 *
 * @param send false to learn first what would happen
 * @throws Problem `notFound`, or `conflict` where it is no draft any more or its text has changed
 */
export async function announceVersion(
  principal: Principal,
  target: VersionTarget,
  typed: TypedFields,
  send: boolean,
): Promise<AnnouncementAnswer> {
  asStaff(principal, "operations");
  const today = tokyoDay(principal.receivedAt).toString();
  const read = await currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const row = await readTermsVersion(tx, target.version);
    if (!row) throw new Problem("notFound", `no version ${target.version}`);
    return { row, affected: await countSpreadTargets(tx, affectedBy(row.document)) };
  });
  if (read.row.status !== "draft") throw new Problem("conflict", `${target.version} is no draft`);
  const asked = readForm(typed, today);
  if ("faults" in asked) {
    const day = lineOf(typed, "effectiveDay").replaceAll("/", "-");
    const lastDay = isoDay.safeParse(day).success ? lastDayFor(day) : null;
    return { outcome: "faults", faults: asked.faults, lastDay };
  }
  if (!send) {
    const lastDay = lastDayFor(asked.effectiveDay);
    const { textHash } = read.row;
    const isInTime = today <= lastDay.day;
    const review = { ...asked, today, isInTime, lastDay, affected: read.affected, textHash };
    return { outcome: "review", review };
  }
  const event = { type: "announce", textHash: lineOf(typed, "textHash"), ...asked };
  await sendToVersion(principal, target, event);
  return { outcome: "announced" };
}

/**
 * Withdraws a draft, or an announced version before its day; the customers who were told hear of it.
 *
 * @throws Problem `notFound`, or `conflict` where it binds or was withdrawn already
 */
export async function withdrawVersion(principal: Principal, target: VersionTarget): Promise<void> {
  await sendToVersion(principal, target, { type: "withdraw" });
}
