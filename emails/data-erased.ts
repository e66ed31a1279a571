import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail after data was erased. Days ISO. */
export type DataErasedProps = MailBase & {
  contractNumber: string;
  endDay: string;
  erasedDay: string;
};

const ja = {
  subject: (contract: string) => `データ消去のご報告（契約 ${contract}）`,
  preview: "お客様のデータとログを消去しました。",
  heading: "データとログを消去しました",
  lead: "終了したご契約について、システム内のお客様のデータとログを消去しました。消去の証明書は、契約のページからお受け取りいただけます。",
  contract: "契約番号",
  end: "契約の終了日",
  erased: "消去した日",
  action: "証明書の受け取り",
  after: "請求書と領収書などの会計の記録は、法令の定める期間、当社が保管します。",
};

const en: typeof ja = {
  subject: (contract) => `Your data was erased (contract ${contract})`,
  preview: "Your data and logs were erased.",
  heading: "Your data and logs were erased",
  lead: "We have erased your data and logs of the ended contract from our systems. The certificate of erasure is on the contract's page.",
  contract: "Contract number",
  end: "Contract ended on",
  erased: "Erased on",
  action: "Get the certificate",
  after: "We keep invoices, receipts and other accounting records for the period the law requires.",
};

/** Tells a customer that its data was erased and where the certificate is (A18.1, 消去の証明書). */
export const dataErased = defineMail({ ja, en }, (props: DataErasedProps, words, locale) => ({
  subject: words.subject(props.contractNumber),
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead],
  facts: [
    { label: words.contract, value: props.contractNumber },
    { label: words.end, value: formatDay(props.endDay, locale) },
    { label: words.erased, value: formatDay(props.erasedDay, locale) },
  ],
  action: words.action,
  after: [words.after],
  clauses: ["A18.1"],
}));
