import { dayOf, monthsAfter } from "#machines/calendar.ts";
import { isoDay } from "#machines/engine/fields.ts";

/** What a customer may wish: the end of the term, the earliest end, or a day (ISO). */
export type CancellationWish = "term" | "earliest" | (string & {});

/** The wish as the contract's event has it. */
export const asNoticeWish = (wish: CancellationWish) => (wish === "term" ? null : wish);

/** A wish further ahead is refused: nobody can foresee fees and terms for longer. */
export const longestWishMonths = 24;

/** What is wrong with a wish; `day` is the first or last one that can be chosen (ISO). */
export type WishProblem =
  | { problem: "notChosen" | "notADay" }
  | { problem: "tooEarly" | "tooLate" | "notEarlier"; day: string };

/** A wish as the form sends it: the way that was chosen, and a day as it was typed. */
export interface TypedWish {
  way: string;
  day: string | null;
}

/** The last day that can be wished for today (ISO). */
export const latestWish = (today: string): string =>
  monthsAfter(dayOf(today), longestWishMonths).toString();

const asTyped = (text: string) =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?$/, (_, year, month, day) =>
      [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
    );

/**
 * Reads the wish of a form: which way was chosen and, for a later day, the day as it was typed.
 *
 * @param bounds ISO days: today, and the earliest end to which a notice today can lead
 * @returns the wish, or what is wrong with it
 */
export function readWish(
  { way, day: typed }: TypedWish,
  { today, earliestEnd }: { today: string; earliestEnd: string },
): { wish: CancellationWish } | WishProblem {
  if (way === "term" || way === "earliest") return { wish: way };
  if (way !== "day") return { problem: "notChosen" };
  const day = asTyped(typed ?? "");
  if (!isoDay.safeParse(day).success) return { problem: "notADay" };
  if (day < earliestEnd) return { problem: "tooEarly", day: earliestEnd };
  if (day > latestWish(today)) return { problem: "tooLate", day: latestWish(today) };
  return { wish: day };
}
