import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail that confirms the withdrawal of an order not yet accepted. */
export type OrderWithdrawnProps = MailBase & { orderNumber: string; withdrawnDay: string };

const ja = {
  subject: (order: string) => `お申込みの取下げを受け付けました（${order}）`,
  preview: "利用契約は成立せず、料金はかかりません。",
  heading: "お申込みの取下げを受け付けました",
  lead: "承諾前でしたので、お申込みを取り下げました。利用契約は成立せず、料金はかかりません。",
  order: "注文番号",
  day: "取下げの日",
  action: "お申込み履歴の確認",
  after: "改めてご利用になるときは、ポータルから新しくお申し込みください。",
};

const en: typeof ja = {
  subject: (order) => `Your order is withdrawn (${order})`,
  preview: "No contract is formed and nothing is charged.",
  heading: "Your order is withdrawn",
  lead: "The order had not been accepted yet, so it is withdrawn as you asked. No contract is formed and nothing is charged.",
  order: "Order number",
  day: "Withdrawn on",
  action: "View your orders",
  after: "If you wish to use the service later, please place a new order in the portal.",
};

/** Confirms that an order was withdrawn before acceptance (A5.1; afterwards A10.1 forbids it). */
export const orderWithdrawn = defineMail(
  { ja, en },
  (props: OrderWithdrawnProps, words, locale) => ({
    subject: words.subject(props.orderNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.order, value: props.orderNumber },
      { label: words.day, value: formatDay(props.withdrawnDay, locale) },
    ],
    action: words.action,
    after: [words.after],
    clauses: ["A5.1", "A10.1"],
  }),
);
