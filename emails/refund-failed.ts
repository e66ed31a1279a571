import { defineMail } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";
import type { RefundMailProps } from "./refunded.ts";

const ja = {
  subject: (invoice: string) => `返金ができませんでした（請求書 ${invoice}）`,
  preview: (amount: string) => `${amount}の返金が完了しませんでした。`,
  heading: "返金ができませんでした",
  lead: (day: string) =>
    `${day}にお手続きした返金は、カード会社または銀行で受け付けられず、完了しませんでした。返金額は当社でお預かりしています。`,
  amount: "返金額",
  invoice: "請求書番号",
  next: "担当者から、別の方法での返金についてご連絡します。お急ぎの場合や、返金先の口座をお知らせいただける場合は、お問い合わせください。",
  action: "請求書の表示",
};

const en: typeof ja = {
  subject: (invoice) => `Your refund did not go through (invoice ${invoice})`,
  preview: (amount) => `The refund of ${amount} was not completed.`,
  heading: "Your refund did not go through",
  lead: (day) =>
    `The refund of ${day} was not taken by the card's issuer or the bank. We keep the amount for you.`,
  amount: "Amount",
  invoice: "Invoice number",
  next: "We will contact you about another way to pay it back. If it is urgent, or to name a bank account, please contact us.",
  action: "View the invoice",
};

/** Tells the customer that a refund came to nothing, and what follows (A12.2). */
export const refundFailed = defineMail({ ja, en }, (props: RefundMailProps, words, locale) => {
  const amount = formatYen(props.amount, locale);
  return {
    subject: words.subject(props.invoiceNumber),
    preview: words.preview(amount),
    heading: words.heading,
    lead: [words.lead(formatDay(props.day, locale))],
    facts: [
      { label: words.amount, value: amount },
      { label: words.invoice, value: props.invoiceNumber },
    ],
    action: words.action,
    after: [words.next],
    clauses: ["A12.2"],
  };
});
