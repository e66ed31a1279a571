import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail that tells the fixed start day. Days are ISO. */
export type StartDateFixedProps = MailBase & {
  contractNumber: string;
  startDay: string;
  /** Last day of the first term, `endOfPeriod(startDay, 12)`. */
  endDay: string;
};

const ja = {
  subject: (day: string) => `利用開始日が${day}に決まりました`,
  preview: (day: string) => `${day}からサービスをご利用いただけます。`,
  heading: "利用開始日が決まりました",
  lead: (day: string) =>
    `利用開始日を${day}に確定しました。利用期間は開始日から1年間です。料金の請求書は、利用を開始した月の末日までにお届けします。`,
  contract: "契約番号",
  start: "利用開始日",
  end: "最初の利用期間の満了日",
  action: "契約と準備状況の確認",
  after: "当日までにお願いする準備があるときは、契約の画面に表示します。",
};

const en: typeof ja = {
  subject: (day) => `Your service starts on ${day}`,
  preview: (day) => `You can use the service from ${day}.`,
  heading: "The start date is fixed",
  lead: (day) =>
    `The start date is fixed: ${day}. The term is one year from that day. You will receive the invoice by the end of the month in which the service starts.`,
  contract: "Contract number",
  start: "Start date",
  end: "First term ends on",
  action: "View contract and preparation",
  after: "If there is anything to prepare before that day, it is shown on the contract's page.",
};

/** Tells the customer the fixed start day at once (A5.5) and the term that follows (A10.1). */
export const startDateFixed = defineMail(
  { ja, en },
  (props: StartDateFixedProps, words, locale) => {
    const start = formatDay(props.startDay, locale);
    return {
      subject: words.subject(start),
      preview: words.preview(start),
      heading: words.heading,
      lead: [words.lead(start)],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.start, value: start },
        { label: words.end, value: formatDay(props.endDay, locale) },
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A5.5", "A10.1", "A12.2"],
    };
  },
);
