import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mail about a renewal that has become fixed. Days ISO, the fee integer yen with tax. */
export type RenewedProps = MailBase & {
  contractNumber: string;
  startDay: string;
  endDay: string;
  fee: number;
  /** Day by which the invoice for the renewed term is sent. */
  invoiceByDay: string;
  /** Latest day on which notice stops the renewal after this one. */
  nextNoticeDay: string;
};

const ja = {
  subject: (contract: string) => `契約が更新されました（契約 ${contract}）`,
  preview: (start: string, end: string) => `新しい利用期間は${start}から${end}までです。`,
  heading: "契約が更新されました",
  lead: "終了のお申出がありませんでしたので、ご契約は同じ条件で1年間更新されます。引き続きのご利用をありがとうございます。",
  contract: "契約番号",
  term: "更新後の利用期間",
  termValue: (start: string, end: string) => `${start}から${end}まで`,
  fee: "料金（1年分・税込）",
  invoice: "請求書の送付",
  invoiceValue: (day: string) => `${day}まで`,
  notice: "次回の終了の申出期限",
  action: "契約内容の確認",
};

const en: typeof ja = {
  subject: (contract) => `Your contract is renewed (contract ${contract})`,
  preview: (start, end) => `The new term runs from ${start} to ${end}.`,
  heading: "Your contract is renewed",
  lead: "No notice was given, so your contract renews for one year on the same conditions. Thank you for staying with us.",
  contract: "Contract number",
  term: "Renewed term",
  termValue: (start, end) => `${start} to ${end}`,
  fee: "Fee, one year, with tax",
  invoice: "Invoice follows",
  invoiceValue: (day) => `by ${day}`,
  notice: "Next last day to give notice",
  action: "View the contract",
};

/** Tells the customer that the contract renews and what follows from it (A10.2, A12.2). */
export const renewed = defineMail({ ja, en }, (props: RenewedProps, words, locale) => {
  const start = formatDay(props.startDay, locale);
  const end = formatDay(props.endDay, locale);
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview(start, end),
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.term, value: words.termValue(start, end) },
      { label: words.fee, value: formatYen(props.fee, locale) },
      {
        label: words.invoice,
        value: words.invoiceValue(formatDay(props.invoiceByDay, locale)),
      },
      { label: words.notice, value: formatDay(props.nextNoticeDay, locale) },
    ],
    action: words.action,
    clauses: ["A10.2", "A12.2"],
  };
});
