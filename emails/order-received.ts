import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatInstant, formatName } from "./format.ts";

/** Props of the mail that confirms receipt of an order; `receivedAt` is an ISO instant. */
export type OrderReceivedProps = MailBase & {
  orderNumber: string;
  receivedAt: string;
  menus: readonly BilingualName[];
  /** The day on which the customer wishes to start, ISO. */
  wishedStartDay: string;
  termsVersion: string;
};

const ja = {
  subject: (order: string) => `お申込みを受け付けました（${order}）`,
  preview: "内容を確認し、承諾の可否をご連絡します。",
  heading: "お申込みを受け付けました",
  lead: "お申込みありがとうございます。担当者が内容を確認し、お引き受けできるかどうかを改めてご連絡します。利用契約は、当社が承諾したときに成立します。",
  order: "注文番号",
  receivedAt: "受付日時",
  menus: "メニュー",
  listSeparator: "、",
  wished: "ご希望の利用開始日",
  terms: "同意いただいた約款の版",
  action: "お申込み内容の確認",
  after: "承諾のご連絡を差し上げるまでは、ポータルからお申込みを取り下げることができます。",
};

const en: typeof ja = {
  subject: (order) => `We have received your order (${order})`,
  preview: "We will check it and tell you whether we accept it.",
  heading: "We have received your order",
  lead: "Thank you for your order. Our staff will check it and tell you whether we can accept it. The contract is formed when we accept the order, not before.",
  order: "Order number",
  receivedAt: "Received",
  menus: "Menus",
  listSeparator: ", ",
  wished: "Start you wish for",
  terms: "Terms version you agreed to",
  action: "View your order",
  after: "Until we accept it, you can withdraw the order in the portal.",
};

/** Confirms that an order (注文書) has come in; it does not yet form the contract (A5.1). */
export const orderReceived = defineMail({ ja, en }, (props: OrderReceivedProps, words, locale) => ({
  subject: words.subject(props.orderNumber),
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead],
  facts: [
    { label: words.order, value: props.orderNumber },
    { label: words.receivedAt, value: formatInstant(props.receivedAt, locale) },
    {
      label: words.menus,
      value: props.menus.map((menu) => formatName(menu, locale)).join(words.listSeparator),
    },
    { label: words.wished, value: formatDay(props.wishedStartDay, locale) },
    { label: words.terms, value: props.termsVersion },
  ],
  action: words.action,
  after: [words.after],
  clauses: ["A5.1"],
}));
