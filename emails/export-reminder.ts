import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the reminder before data is erased. Days ISO. */
export type ExportReminderProps = MailBase & {
  contractNumber: string;
  endDay: string;
  /** The day by which everything is erased. */
  erasureDay: string;
};

const ja = {
  subject: (contract: string) => `データ消去前のご確認（契約 ${contract}）`,
  preview: (day: string) => `${day}までに、必要なデータを保存してください。`,
  heading: "必要なデータを保存してください",
  lead: (day: string) =>
    `ご契約が終了したため、システム内のお客様のデータとログを${day}までに消去します。消去した後は元に戻せません。`,
  contract: "契約番号",
  end: "契約の終了日",
  erasure: "消去の期限",
  warning: "保存が済んでいないデータがあるときは、消去の前に当社の窓口へご連絡ください。",
  action: "契約の確認",
  after: "請求書と領収書などの会計の記録は消去の対象ではなく、法令の定める期間、当社が保管します。",
};

const en: typeof ja = {
  subject: (contract) => `Before your data is erased (contract ${contract})`,
  preview: (day) => `Save what you want to keep by ${day}.`,
  heading: "Save the data that you want to keep",
  lead: (day) =>
    `Your contract has ended, so we erase your data and logs from our systems by ${day}. It can't be undone.`,
  contract: "Contract number",
  end: "Contract ended on",
  erasure: "Erased by",
  warning: "If there is data that you could not save yet, tell our support before it is erased.",
  action: "View the contract",
  after:
    "Invoices, receipts and other accounting records are not erased; we keep them for the period the law requires.",
};

/** Reminds a customer to save its data before the erasure (A14.6, A18.1). */
export const exportReminder = defineMail(
  { ja, en },
  (props: ExportReminderProps, words, locale) => {
    const day = formatDay(props.erasureDay, locale);
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview(day),
      heading: words.heading,
      lead: [words.lead(day)],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.end, value: formatDay(props.endDay, locale) },
        { label: words.erasure, value: day },
      ],
      warning: words.warning,
      action: words.action,
      after: [words.after],
      clauses: ["A14.6", "A18.1"],
    };
  },
);
