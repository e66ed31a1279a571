import type { discontinuation } from "#db/schema/restriction.ts";
import { dayOf } from "#machines/calendar.ts";
import type { ScopedMenu } from "#machines/engine/reach.ts";
import { lastServiceDay } from "#machines/terms/a20-discontinuation.ts";
import type { Bilingual } from "#machines/terms/articles.ts";

/** The discontinuation of menus (サービスの廃止) as pages show it; days are ISO. */
export interface DiscontinuationView {
  discontinuationId: string;
  status: "announced" | "withdrawn" | "effective";
  menus: ScopedMenu[];
  /** D, and the day before it: the last one with the menus. */
  firstDayWithout: string;
  lastDay: string;
  text: Bilingual;
  announcedDay: string;
  /** Why it was announced later than six months before; null where it came in time. */
  lateReason: Bilingual | null;
  withdrawnDay: string | null;
  withdrawalReason: Bilingual | null;
}

const both = (ja: string | null, en: string | null): Bilingual | null =>
  ja === null || en === null ? null : { ja, en };

/** A row of the list columns as a view. */
export function discontinuationView(row: typeof discontinuation.$inferSelect): DiscontinuationView {
  const { discontinuationId, menus, firstDayWithout, announcedDay, withdrawnDay } = row;
  return {
    ...{ discontinuationId, menus, firstDayWithout, announcedDay, withdrawnDay },
    status: row.status as DiscontinuationView["status"],
    lastDay: lastServiceDay(dayOf(firstDayWithout)).day.toString(),
    text: { ja: row.textJa, en: row.textEn },
    lateReason: both(row.lateReasonJa, row.lateReasonEn),
    withdrawalReason: both(row.reasonJa, row.reasonEn),
  };
}
