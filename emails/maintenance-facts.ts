import type { BilingualName, MailFact, MailLocale } from "./mail.ts";
import { formatInstant, formatName } from "./format.ts";

/** What every mail about planned maintenance states. Instants are ISO. */
export type MaintenanceMailFacts = {
  titleJa: string;
  titleEn: string;
  textJa: string;
  textEn: string;
  startsAt: string;
  endsAt: string;
  menus: readonly BilingualName[];
  contractNumbers: readonly string[];
};

const labels = {
  ja: {
    title: "作業名",
    time: "日時",
    menus: "対象のメニュー",
    contracts: "対象のご契約",
    separator: "、",
    range: (from: string, to: string) => `${from}から${to}まで`,
  },
  en: {
    title: "Work",
    time: "Time",
    menus: "Menus affected",
    contracts: "Your contracts affected",
    separator: ", ",
    range: (from: string, to: string) => `${from} to ${to}`,
  },
};

/** Both ends of a window in words. */
export function formatWindow(startsAt: string, endsAt: string, locale: MailLocale): string {
  return labels[locale].range(formatInstant(startsAt, locale), formatInstant(endsAt, locale));
}

/** The lines that say which window it is and whom it touches. */
export function maintenanceFacts(props: MaintenanceMailFacts, locale: MailLocale): MailFact[] {
  const { title, time, menus, contracts, separator } = labels[locale];
  return [
    { label: title, value: maintenanceTitle(props, locale) },
    { label: time, value: formatWindow(props.startsAt, props.endsAt, locale) },
    { label: menus, value: props.menus.map((menu) => formatName(menu, locale)).join(separator) },
    { label: contracts, value: props.contractNumbers.join(separator) },
  ];
}

/** The window's title in the language of the mail. */
export function maintenanceTitle(
  { titleJa, titleEn }: Pick<MaintenanceMailFacts, "titleJa" | "titleEn">,
  locale: MailLocale,
): string {
  return locale === "ja" ? titleJa : titleEn;
}

/** What staff wrote about the window, as paragraphs; none where they wrote nothing. */
export function maintenanceText(
  { textJa, textEn }: Pick<MaintenanceMailFacts, "textJa" | "textEn">,
  locale: MailLocale,
): string[] {
  return (locale === "ja" ? textJa : textEn)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
