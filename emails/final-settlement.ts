import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mail about the final settlement. Days ISO, amounts integer yen. */
export type FinalSettlementProps = MailBase & {
  contractNumber: string;
  endDay: string;
  closedDay: string;
  /** Yen with tax for the days after the end; 0 where the end gave none back. */
  credited: number;
};

const ja = {
  subject: (contract: string) => `最終精算のお知らせ（契約 ${contract}）`,
  preview: "終了後のお手続きがすべて完了しました。",
  heading: "終了後のお手続きが完了しました",
  lead: "接続機器、データ、料金、お預かりした資料のお手続きがすべて完了し、契約を閉じました。長らくのご利用をありがとうございました。",
  contract: "契約番号",
  end: "契約の終了日",
  closed: "完了日",
  credited: "終了後の期間分の返金",
  action: "契約の記録の確認",
  after: "請求書とお支払いの記録は、引き続きポータルでご覧いただけます。",
};

const en: typeof ja = {
  subject: (contract) => `Everything is settled (contract ${contract})`,
  preview: "Everything after the end is done.",
  heading: "Everything is settled",
  lead: "Devices, data, fees and materials are all settled and the contract is closed. Thank you for having been our customer.",
  contract: "Contract number",
  end: "Contract ended on",
  closed: "Settled on",
  credited: "Credit for the days after the end",
  action: "View the record",
  after: "Invoices and payments stay readable in the portal.",
};

/** Tells the customer that everything is settled after the end: the contract is closed (A8.1, A17.2, A18.1, A25.5, 最終精算). */
export const finalSettlement = defineMail(
  { ja, en },
  (props: FinalSettlementProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.end, value: formatDay(props.endDay, locale) },
        { label: words.closed, value: formatDay(props.closedDay, locale) },
        ...(props.credited > 0
          ? [{ label: words.credited, value: formatYen(props.credited, locale) }]
          : []),
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A17.2", "A18.1", "A25.5"],
    };
  },
);
