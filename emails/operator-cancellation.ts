import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the operator's notice of cancellation. Days ISO. */
export type OperatorCancellationProps = MailBase & {
  contractNumber: string;
  sentDay: string;
  /** The last day, if the mail is delivered on the day on which it is sent. */
  endDay: string;
  isCredited: boolean;
};

const ja = {
  subject: (contract: string) => `【重要】中途解約の通知（契約 ${contract}）`,
  preview: "当社からの中途解約の通知です。",
  heading: "中途解約の通知",
  lead: "当社は、下記の契約を中途解約いたします。このメールがその通知です。終了日は、この通知がお手元に届いた日から2か月を数えて決まります。",
  contract: "契約番号",
  sent: "通知の発送日",
  end: "終了日（本日届いた場合）",
  refund: "料金の精算",
  credited: "終了日の翌日以降の料金を返金の対象として精算します。",
  none: "お支払い済みの料金の返金はありません。",
  action: "契約と終了日の確認",
  after:
    "終了日まで、サービスはこれまでどおりご利用いただけます。ご不明の点は担当者までお問い合わせください。",
};

const en: typeof ja = {
  subject: (contract) => `Important: notice of cancellation (contract ${contract})`,
  preview: "This is our notice of cancellation.",
  heading: "Notice of cancellation",
  lead: "We cancel the contract below, and this mail is the notice. The end is two months after the day on which it reaches you.",
  contract: "Contract number",
  sent: "Notice sent on",
  end: "Last day, if delivered today",
  refund: "Settlement",
  credited: "Fees for the days after the end are credited to you.",
  none: "Fees already paid are not refunded.",
  action: "View the contract and its end",
  after: "The service runs as before until then. Please ask us if anything is unclear.",
};

/** The operator's notice of cancellation: it counts from its delivery (A17.1, 当社による中途解約の通知). */
export const operatorCancellation = defineMail(
  { ja, en },
  (props: OperatorCancellationProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.sent, value: formatDay(props.sentDay, locale) },
        { label: words.end, value: formatDay(props.endDay, locale) },
        { label: words.refund, value: props.isCredited ? words.credited : words.none },
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A17.1", "A17.2"],
    };
  },
);
