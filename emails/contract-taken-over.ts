import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail to an assignee whose contract has begun. Days ISO. */
export type ContractTakenOverProps = MailBase & { contractNumber: string; firstDay: string };

const ja = {
  subject: (contract: string) => `契約を引き継ぎました（契約 ${contract}）`,
  preview: "契約期間と料金は、これまでの契約を引き継いでいます。",
  heading: "契約の引継ぎの完了",
  lead: "契約上の地位の譲渡により、契約がお客様に引き継がれました。契約期間、料金、予定されている終了は、これまでの契約のとおりです。",
  before: "引継ぎの前の請求と、その支払いは、譲渡人に残ります。",
  contract: "契約番号",
  first: "お客様の契約の初日",
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `The contract is yours (contract ${contract})`,
  preview: "Its term and price go on as they were.",
  heading: "The contract was taken over",
  lead: "By its assignment the contract is now yours. Its term, its price and any end that was to come are as they were.",
  before: "Invoices of the time before, and paying them, stay with the assignor.",
  contract: "Contract number",
  first: "Your first day",
  action: "See the contract",
};

/** Tells the assignee (譲受人) that the contract goes on under its name (A31.1). */
export const contractTakenOver = defineMail(
  { ja, en },
  (props: ContractTakenOverProps, words, locale) => ({
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead, words.before],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.first, value: formatDay(props.firstDay, locale) },
    ],
    action: words.action,
    clauses: ["A31.1"],
  }),
);
