import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail that announces an end. Days ISO. */
export type EndAnnouncedProps = MailBase & {
  contractNumber: string;
  cause: "discontinued" | "restricted" | "assigned";
  clause: string;
  announcedDay: string;
  endDay: string;
  isCredited: boolean;
};

const ja = {
  subject: (contract: string) => `【重要】契約終了の予告（契約 ${contract}）`,
  preview: "ご契約の終了の予定をお知らせします。",
  heading: "ご契約の終了の予定",
  lead: "ご契約は、次の事由により終了する予定です。最終日まではこれまでどおりの条件が続きます。",
  contract: "契約番号",
  cause: "終了の事由",
  causes: {
    discontinued: "サービスの廃止",
    restricted: "長期の利用制限による解除",
    assigned: "契約上の地位の譲渡",
  },
  day: "お知らせの日",
  end: "契約の最終日",
  refund: "料金の精算",
  credited: "最終日の翌日以降の期間に当たる料金は、返金の対象として精算します。",
  none: "お支払い済みの料金の返金はありません。",
  action: "契約の確認",
  after: "最終日より前に利用期間が満了するときは、最終日までの期間で更新し、日割りで請求します。",
};

const en: typeof ja = {
  subject: (contract) => `Important: your contract will end (contract ${contract})`,
  preview: "Your contract is going to end.",
  heading: "Your contract is going to end",
  lead: "Your contract will end for the reason below. Until its last day it goes on as it is.",
  contract: "Contract number",
  cause: "Reason",
  causes: {
    discontinued: "Discontinuation of the service",
    restricted: "End after a long restriction",
    assigned: "Assignment of the contract",
  },
  day: "Announced on",
  end: "Last day",
  refund: "Settlement",
  credited: "Fees for the days after the last one are credited.",
  none: "Fees already paid are not refunded.",
  action: "View the contract",
  after:
    "Where the term is over before the last day, it renews up to that day and is charged by days.",
};

/** Announces an end that is no notice of the customer: discontinued, ended after a restriction, assigned (A19.4, A20, A31). */
export const endAnnounced = defineMail({ ja, en }, (props: EndAnnouncedProps, words, locale) => {
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.cause, value: words.causes[props.cause] },
      { label: words.day, value: formatDay(props.announcedDay, locale) },
      { label: words.end, value: formatDay(props.endDay, locale) },
      { label: words.refund, value: props.isCredited ? words.credited : words.none },
    ],
    action: words.action,
    after: [words.after],
    clauses: [props.clause, "A17.2"],
  };
});
