import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the reminders about an overdue invoice. Amounts are integer yen, days ISO. */
export type PaymentReminderProps = MailBase & {
  invoiceNumber: string;
  stage: "first" | "second";
  dueDay: string;
  /** What is open of the invoice, without damages. */
  principal: number;
  /** Delay damages up to and including `asOfDay`. */
  damages: number;
  asOfDay: string;
};

const ja = {
  subject: (invoice: string) => `【お支払いのお願い】請求書 ${invoice}`,
  subjectSecond: (invoice: string) => `【再度のお願い】請求書 ${invoice} のお支払い`,
  preview: (due: string) => `お支払期限の${due}を過ぎています。`,
  heading: "お支払いをお願いします",
  lead: (due: string) =>
    `お支払期限の${due}を過ぎましたが、ご入金を確認できておりません。お早めにお支払いください。`,
  leadSecond: (due: string) =>
    `先日もご案内しましたが、お支払期限が${due}の請求書について、いまだご入金を確認できておりません。至急お支払いください。`,
  invoice: "請求書番号",
  due: "お支払期限",
  principal: "未払額",
  damages: (day: string) => `遅延損害金（${day}時点）`,
  total: "お支払いいただく合計",
  warning: "遅延損害金は、期限の翌日からお支払いの日まで年14.6％の割合で日ごとに増えます。",
  warningSecond:
    "お支払いがないときは、期間を定めた正式な催告の後、サービスの停止や契約の解除に至ることがあります。",
  action: "請求書の確認とお支払い",
  after: "このメールと行き違いでお支払いがお済みでしたら、ご容赦ください。",
};

const en: typeof ja = {
  subject: (invoice) => `Payment reminder: invoice ${invoice}`,
  subjectSecond: (invoice) => `Second payment reminder: invoice ${invoice}`,
  preview: (due) => `The due date, ${due}, has passed.`,
  heading: "Please pay your invoice",
  lead: (due) => `The due date was ${due}, and your payment has not reached us. Please pay soon.`,
  leadSecond: (due) =>
    `We have written to you before about this invoice. It was due on ${due} and is still not paid. Please pay without further delay.`,
  invoice: "Invoice number",
  due: "Due date",
  principal: "Open amount",
  damages: (day) => `Delay damages up to ${day}`,
  total: "Total to pay",
  warning:
    "Delay damages grow by the day, at 14.6% a year, from the day after the due date to the day of payment.",
  warningSecond:
    "Without payment, a formal demand with a period follows; after it the service may be suspended and the contract terminated.",
  action: "View and pay the invoice",
  after: "If your payment has crossed with this mail, please accept our apologies.",
};

/** First and second reminder of an overdue invoice, with the delay damages so far (A14.3, A16.1(1)). */
export const paymentReminder = defineMail(
  { ja, en },
  (props: PaymentReminderProps, words, locale) => {
    const second = props.stage === "second";
    const due = formatDay(props.dueDay, locale);
    return {
      subject: (second ? words.subjectSecond : words.subject)(props.invoiceNumber),
      preview: words.preview(due),
      heading: words.heading,
      lead: [(second ? words.leadSecond : words.lead)(due)],
      facts: [
        { label: words.invoice, value: props.invoiceNumber },
        { label: words.due, value: due },
        { label: words.principal, value: formatYen(props.principal, locale) },
        {
          label: words.damages(formatDay(props.asOfDay, locale)),
          value: formatYen(props.damages, locale),
        },
        { label: words.total, value: formatYen(props.principal + props.damages, locale) },
      ],
      warning: second ? words.warningSecond : words.warning,
      action: words.action,
      after: [words.after],
      clauses: second ? ["A14.3", "A16.1(1)"] : ["A14.3"],
    };
  },
);
