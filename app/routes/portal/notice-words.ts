import { formatDay } from "#app/i18n/format.ts";
import type { Locale, Messages } from "#app/i18n/messages.ts";
import type { PendingNotice } from "#app/usecases/contracts/notices.ts";

/** What a pending notice is called: by whom, of when, and of which option if not of the contract. */
export function noticeTitle(
  { by, option, noticeDay }: Pick<PendingNotice, "by" | "option" | "noticeDay">,
  words: Messages["contract"]["notices"],
  locale: Locale,
): string {
  const day = formatDay(noticeDay);
  if (option) return words.optionNotice(day, option.name[locale]);
  return by === "customer" ? words.customersNotice(day) : words.operatorsNotice(day);
}
