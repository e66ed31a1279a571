import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail that accepts an order. Days are ISO. */
export type OrderAcceptedProps = MailBase & {
  orderNumber: string;
  contractNumber: string;
  acceptedDay: string;
  wishedStartDay: string;
};

const ja = {
  subject: (contract: string) => `お申込みを承諾しました（契約 ${contract}）`,
  preview: "利用契約が成立しました。利用開始の準備を進めます。",
  heading: "お申込みを承諾しました",
  lead: (day: string) =>
    `${day}付けでお申込みを承諾し、利用契約が成立しました。これから利用開始の準備に入ります。利用開始日が決まりしだい、すぐにお知らせします。`,
  contract: "契約番号",
  order: "注文番号",
  accepted: "承諾日（契約成立日）",
  wished: "ご希望の利用開始日",
  action: "契約内容の確認",
  after:
    "準備の状況により、ご希望と異なる利用開始日をご提案することがあります。その場合は、お客様の確認をいただいてから確定します。",
};

const en: typeof ja = {
  subject: (contract) => `Your order is accepted (contract ${contract})`,
  preview: "The contract is formed. We are preparing the service.",
  heading: "Your order is accepted",
  lead: (day) =>
    `We accepted your order on ${day}; with this the contract is formed. We now prepare the service and will tell you the start date as soon as it is fixed.`,
  contract: "Contract number",
  order: "Order number",
  accepted: "Accepted (contract formed)",
  wished: "Start you wish for",
  action: "View the contract",
  after:
    "Depending on the preparation we may propose a start date other than the one you wish for. It is fixed only after you have confirmed it.",
};

/** Tells the applicant that the order is accepted (承諾) and preparation begins (A5.1, A5.5). */
export const orderAccepted = defineMail({ ja, en }, (props: OrderAcceptedProps, words, locale) => ({
  subject: words.subject(props.contractNumber),
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead(formatDay(props.acceptedDay, locale))],
  facts: [
    { label: words.contract, value: props.contractNumber },
    { label: words.order, value: props.orderNumber },
    { label: words.accepted, value: formatDay(props.acceptedDay, locale) },
    { label: words.wished, value: formatDay(props.wishedStartDay, locale) },
  ],
  action: words.action,
  after: [words.after],
  clauses: ["A5.1", "A5.5"],
}));
