import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/**
 * Why a card payment failed, as far as the customer may know: lost, stolen and suspected cards are
 * `declined` like any other refusal of the issuer.
 */
export type PaymentFailure = "declined" | "insufficientFunds" | "expiredCard" | "incorrectData";

/** Props of the mail about a failed card payment. Amounts are integer yen, days ISO. */
export type PaymentFailedProps = MailBase & {
  invoiceNumber: string;
  amount: number;
  failedDay: string;
  dueDay: string;
  failure: PaymentFailure;
};

const ja = {
  subject: (invoice: string) => `【重要】お支払いが完了しませんでした（請求書 ${invoice}）`,
  preview: (amount: string) => `${amount}のカード決済ができませんでした。`,
  heading: "お支払いが完了しませんでした",
  lead: (day: string) => `${day}にカードでのお支払いを試みましたが、完了しませんでした。`,
  invoice: "請求書番号",
  amount: "ご請求額",
  due: "お支払期限",
  reason: "理由と対処",
  reasons: {
    declined: "カード会社の承認が得られませんでした。別のカードか銀行振込をご利用ください。",
    insufficientFunds: "利用可能額が足りませんでした。カード会社にご確認ください。",
    expiredCard: "カードの有効期限が切れています。新しいカードをご登録ください。",
    incorrectData: "カード情報に誤りがありました。入力し直してください。",
  } satisfies Record<PaymentFailure, string>,
  warning: "お支払期限を過ぎますと、翌日からお支払いの日まで年14.6％の遅延損害金が加わります。",
  action: "お支払方法の変更とお支払い",
};

const en: typeof ja = {
  subject: (invoice) => `Payment failed (invoice ${invoice})`,
  preview: (amount) => `The card payment of ${amount} did not go through.`,
  heading: "Your payment did not go through",
  lead: (day) => `We tried to charge your card on ${day}, without success.`,
  invoice: "Invoice number",
  amount: "Amount due",
  due: "Due date",
  reason: "Reason and remedy",
  reasons: {
    declined: "The card issuer refused. Please use another card or a bank transfer.",
    insufficientFunds: "The available amount was not enough. Please ask your card issuer.",
    expiredCard: "The card has expired. Please register a new one.",
    incorrectData: "The card details were not right. Please enter them again.",
  },
  warning:
    "After the due date, delay damages of 14.6% a year are added from the next day to the day of payment.",
  action: "Change the method and pay",
};

/** Tells the customer that a card payment failed and how to pay instead (A12.2, A14.3). */
export const paymentFailed = defineMail({ ja, en }, (props: PaymentFailedProps, words, locale) => {
  const amount = formatYen(props.amount, locale);
  return {
    subject: words.subject(props.invoiceNumber),
    preview: words.preview(amount),
    heading: words.heading,
    lead: [words.lead(formatDay(props.failedDay, locale))],
    facts: [
      { label: words.invoice, value: props.invoiceNumber },
      { label: words.amount, value: amount },
      { label: words.due, value: formatDay(props.dueDay, locale) },
      { label: words.reason, value: words.reasons[props.failure] },
    ],
    warning: words.warning,
    action: words.action,
    clauses: ["A12.2", "A14.3"],
  };
});
