import { defineMail, type MailBase } from "./mail.ts";
import {
  formatWindow,
  maintenanceFacts,
  maintenanceTitle,
  type MaintenanceMailFacts,
} from "./maintenance-facts.ts";

/** Props of the notice that maintenance was called off. */
export type MaintenanceCancelledProps = MailBase &
  MaintenanceMailFacts & { reasonJa: string; reasonEn: string };

const ja = {
  subject: (title: string) => `計画メンテナンスの中止（${title}）`,
  heading: "計画メンテナンスの中止",
  lead: "次の計画メンテナンスは、中止しました。サービスは通常どおりご利用いただけます。",
  reason: "中止の理由",
  action: "メンテナンス予定の確認",
};

const en: typeof ja = {
  subject: (title) => `Planned maintenance cancelled: ${title}`,
  heading: "Planned maintenance is cancelled",
  lead: "The planned maintenance below is cancelled. The service is available as usual.",
  reason: "Reason",
  action: "View the maintenance calendar",
};

/** Tells those concerned that a window of planned maintenance will not take place (A22.5(4)). */
export const maintenanceCancelled = defineMail(
  { ja, en },
  (props: MaintenanceCancelledProps, words, locale) => ({
    subject: words.subject(maintenanceTitle(props, locale)),
    preview: formatWindow(props.startsAt, props.endsAt, locale),
    heading: words.heading,
    lead: [words.lead],
    facts: [
      ...maintenanceFacts(props, locale),
      { label: words.reason, value: locale === "ja" ? props.reasonJa : props.reasonEn },
    ],
    action: words.action,
    clauses: ["A22.5(4)"],
  }),
);
