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
  /** What follows by itself where a saved card was charged; null where the payer entered one. */
  next: { kind: "retry"; day: string } | { kind: "newCard" | "pay" } | null;
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
  retry: (day: string) =>
    `${day}に、登録のカードでもう一度決済を試みます。それまでに、請求書の画面から別の方法でお支払いいただくことも、自動決済を止めることもできます。`,
  newCard:
    "このカードは、今後の自動決済に使いません。新しいカードを登録するか、請求書の画面からお支払いください。",
  pay: "同じカードでの自動決済は、この請求書について再び行われません。請求書の画面からお支払いください。",
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
  retry: (day) =>
    `We will charge your saved card once more on ${day}. Before that you can pay in another way from the invoice's page, or stop the automatic payment.`,
  newCard:
    "This card will not be used for automatic payment any more. Please save a new card, or pay from the invoice's page.",
  pay: "The same card will not be charged for this invoice again. Please pay from the invoice's page.",
};

/** Tells the customer that a card payment failed and how to pay instead (A12.2, A14.3). */
export const paymentFailed = defineMail({ ja, en }, (props: PaymentFailedProps, words, locale) => {
  const amount = formatYen(props.amount, locale);
  const { next } = props;
  const nextWords =
    next?.kind === "retry" ? words.retry(formatDay(next.day, locale)) : next && words[next.kind];
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
    ...(nextWords === null ? {} : { after: [nextWords] }),
    clauses: ["A12.2", "A14.3"],
  };
});
