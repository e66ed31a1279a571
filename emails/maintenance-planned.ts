import { defineMail, type MailBase } from "./mail.ts";
import {
  formatWindow,
  maintenanceFacts,
  maintenanceText,
  maintenanceTitle,
  type MaintenanceMailFacts,
} from "./maintenance-facts.ts";

/** Props of the notice of planned maintenance. */
export type MaintenancePlannedProps = MailBase & MaintenanceMailFacts;

const ja = {
  subject: (title: string) => `計画メンテナンスのお知らせ（${title}）`,
  heading: "計画メンテナンスのお知らせ",
  lead: "次のとおり計画メンテナンスを行います。この間、サービスの全部または一部をご利用いただけないことがあります。",
  action: "メンテナンス予定の確認",
  after:
    "メンテナンスの間も、料金は変わりません。予定は、お使いのカレンダーに登録することもできます。",
};

const en: typeof ja = {
  subject: (title) => `Planned maintenance: ${title}`,
  heading: "Planned maintenance",
  lead: "We will carry out the maintenance below. While it lasts, all or part of the service may not be available.",
  action: "View the maintenance calendar",
  after:
    "Fees stay as they are during maintenance. You can also subscribe to the schedule in your own calendar.",
};

/** Tells the customers concerned of a window of planned maintenance (A22.5(4)). */
export const maintenancePlanned = defineMail(
  { ja, en },
  (props: MaintenancePlannedProps, words, locale) => ({
    subject: words.subject(maintenanceTitle(props, locale)),
    preview: formatWindow(props.startsAt, props.endsAt, locale),
    heading: words.heading,
    lead: [words.lead, ...maintenanceText(props, locale)],
    facts: maintenanceFacts(props, locale),
    action: words.action,
    after: [words.after],
    clauses: ["A22.5(4)"],
  }),
);
