import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mail about an assignment. Days ISO, amounts integer yen. */
export type ContractAssignedProps = MailBase & {
  contractNumber: string;
  endDay: string;
  owed: number;
  owedDueDay: string | null;
};

const ja = {
  subject: (contract: string) => `契約の譲渡のお知らせ（契約 ${contract}）`,
  preview: "ご契約は譲受人に引き継がれました。",
  heading: "ご契約は譲受人に引き継がれました",
  lead: "承諾に基づき、契約上の地位が譲受人に移りました。お客様の契約は次の日をもって終了しています。",
  contract: "契約番号",
  end: "お客様の契約の最終日",
  owed: "お客様に残る未払いの料金",
  due: "お支払期限",
  action: "契約の確認",
  after: "最終日までの請求書、お支払い、お知らせは、引き続きご覧いただけます。",
};

const en: typeof ja = {
  subject: (contract) => `Your contract was assigned (contract ${contract})`,
  preview: "The contract has passed to the assignee.",
  heading: "The contract has passed to the assignee",
  lead: "By consent the contract has passed to the assignee. With you it ended on the day below.",
  contract: "Contract number",
  end: "Last day with you",
  owed: "Unpaid fees that stay with you",
  due: "Due by",
  action: "View the contract",
  after: "Invoices, payments and notices up to the last day stay readable for you.",
};

/** Tells the assignor that the contract has passed to its successor, and what stays with it (A31.1, 契約上の地位の譲渡). */
export const contractAssigned = defineMail(
  { ja, en },
  (props: ContractAssignedProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.end, value: formatDay(props.endDay, locale) },
        { label: words.owed, value: formatYen(props.owed, locale) },
        ...(props.owedDueDay === null
          ? []
          : [{ label: words.due, value: formatDay(props.owedDueDay, locale) }]),
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A31.1", "A17.2"],
    };
  },
);
