import { defineMail, type MailBase } from "./mail.ts";
import {
  formatWindow,
  maintenanceFacts,
  maintenanceText,
  maintenanceTitle,
  type MaintenanceMailFacts,
} from "./maintenance-facts.ts";

/** Props of the notice of changed maintenance; `before` is the former window, ISO instants. */
export type MaintenanceChangedProps = MailBase &
  MaintenanceMailFacts & { before: { startsAt: string; endsAt: string } };

const ja = {
  subject: (title: string) => `計画メンテナンスの変更（${title}）`,
  heading: "計画メンテナンスの変更",
  lead: "先にお知らせした計画メンテナンスの内容を、次のとおり変更しました。",
  before: "変更前の日時",
  action: "メンテナンス予定の確認",
  after: "カレンダーに登録された予定は、次の更新のときに自動で変わります。",
};

const en: typeof ja = {
  subject: (title) => `Planned maintenance changed: ${title}`,
  heading: "Planned maintenance has changed",
  lead: "The planned maintenance of which we told you has changed as follows.",
  before: "Time before the change",
  action: "View the maintenance calendar",
  after: "A calendar that subscribes to the schedule takes the change over at its next update.",
};

/** Tells those concerned, before or now, that a window has been moved or reworded (A22.5(4)). */
export const maintenanceChanged = defineMail(
  { ja, en },
  (props: MaintenanceChangedProps, words, locale) => ({
    subject: words.subject(maintenanceTitle(props, locale)),
    preview: formatWindow(props.startsAt, props.endsAt, locale),
    heading: words.heading,
    lead: [words.lead, ...maintenanceText(props, locale)],
    facts: [
      ...maintenanceFacts(props, locale),
      {
        label: words.before,
        value: formatWindow(props.before.startsAt, props.before.endsAt, locale),
      },
    ],
    action: words.action,
    after: [words.after],
    clauses: ["A22.5(4)"],
  }),
);
