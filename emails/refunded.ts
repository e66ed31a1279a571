import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mails about a refund. Amounts are integer yen; the day is that on which it left us. */
export type RefundMailProps = MailBase & {
  invoiceNumber: string;
  amount: number;
  day: string;
  by: "card" | "bankTransfer";
};

const ja = {
  subject: (invoice: string) => `返金のお知らせ（請求書 ${invoice}）`,
  preview: (amount: string) => `${amount}を返金しました。`,
  heading: "返金の手続きが完了しました",
  lead: {
    card: "お支払いに使われたカードへ、次のとおり返金しました。",
    bankTransfer: "ご指定の銀行口座へ、次のとおり振り込みました。",
  },
  amount: "返金額",
  day: "返金日",
  method: "返金方法",
  methods: { card: "カードへの返金", bankTransfer: "銀行振込" },
  invoice: "請求書番号",
  after: {
    card: "カードのご利用明細に載るまで、カード会社により5日から10日ほどかかることがあります。",
    bankTransfer: "数日たってもご入金が確認できないときは、お問い合わせください。",
  },
  action: "請求書の表示",
};

const en: typeof ja = {
  subject: (invoice) => `Refund (invoice ${invoice})`,
  preview: (amount) => `We have refunded ${amount}.`,
  heading: "Your refund is complete",
  lead: {
    card: "We have refunded the following to the card that was used for the payment.",
    bankTransfer: "We have transferred the following to the bank account that you named.",
  },
  amount: "Amount refunded",
  day: "Refunded on",
  method: "Method",
  methods: { card: "To the card", bankTransfer: "Bank transfer" },
  invoice: "Invoice number",
  after: {
    card: "It may take five to ten days until it is on your card statement.",
    bankTransfer: "If it has not arrived within a few days, please contact us.",
  },
  action: "View the invoice",
};

/** Tells the customer that money was paid back (返金) which had been paid towards an invoice of A12.2. */
export const refunded = defineMail({ ja, en }, (props: RefundMailProps, words, locale) => {
  const amount = formatYen(props.amount, locale);
  return {
    subject: words.subject(props.invoiceNumber),
    preview: words.preview(amount),
    heading: words.heading,
    lead: [words.lead[props.by]],
    facts: [
      { label: words.amount, value: amount },
      { label: words.day, value: formatDay(props.day, locale) },
      { label: words.method, value: words.methods[props.by] },
      { label: words.invoice, value: props.invoiceNumber },
    ],
    action: words.action,
    after: [words.after[props.by]],
    clauses: ["A12.2"],
  };
});
