import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail sent on the start day. Days are ISO. */
export type ServiceStartedProps = MailBase & {
  contractNumber: string;
  startDay: string;
  endDay: string;
  /** Latest day on which notice stops the renewal, `lastNoticeDay(endDay, 2, customer)`. */
  noticeDay: string;
};

const ja = {
  subject: (contract: string) => `サービスを開始しました（契約 ${contract}）`,
  preview: "監視と分析を開始しました。",
  heading: "サービスを開始しました",
  lead: (day: string) =>
    `${day}から監視と分析を開始しました。検知があったときは、ご登録の連絡先へ緊急度に応じてご連絡します。`,
  contract: "契約番号",
  term: "利用期間",
  termValue: (start: string, end: string) => `${start}から${end}まで`,
  notice: "更新しない場合の申出期限",
  action: "ダッシュボードの表示",
  after: (day: string) =>
    `${day}までに終了のお申出がないときは、同じ条件で1年間更新されます。期限が近づきましたら、あらかじめお知らせします。`,
};

const en: typeof ja = {
  subject: (contract) => `Your service has started (contract ${contract})`,
  preview: "Monitoring and analysis have begun.",
  heading: "Your service has started",
  lead: (day) =>
    `Monitoring and analysis began on ${day}. When something is detected, we contact the people you have registered, according to its urgency.`,
  contract: "Contract number",
  term: "Term",
  termValue: (start, end) => `${start} to ${end}`,
  notice: "Last day to stop the renewal",
  action: "Open the dashboard",
  after: (day) =>
    `Unless you give notice by ${day}, the contract renews for one year on the same conditions. We will remind you before that day.`,
};

/** Tells the customer that the one-year term has begun and how it renews (A10.1, A10.2). */
export const serviceStarted = defineMail(
  { ja, en },
  (props: ServiceStartedProps, words, locale) => {
    const start = formatDay(props.startDay, locale);
    const notice = formatDay(props.noticeDay, locale);
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead(start)],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.term, value: words.termValue(start, formatDay(props.endDay, locale)) },
        { label: words.notice, value: notice },
      ],
      action: words.action,
      after: [words.after(notice)],
      clauses: ["A10.1", "A10.2"],
    };
  },
);
