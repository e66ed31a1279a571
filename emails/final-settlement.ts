import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mail about the final settlement. Days ISO, amounts integer yen. */
export type FinalSettlementProps = MailBase & {
  contractNumber: string;
  endDay: string;
  closedDay: string;
  /** Yen with tax that credit notes have given back, and those that are the customer's credit still. */
  credited: number;
  credit: number;
};

const ja = {
  subject: (contract: string) => `最終精算のお知らせ（契約 ${contract}）`,
  preview: "終了後のお手続きがすべて完了しました。",
  heading: "終了後のお手続きが完了しました",
  lead: "接続機器、データ、料金、お預かりした資料のお手続きがすべて完了し、契約を閉じました。長らくのご利用をありがとうございました。",
  contract: "契約番号",
  end: "契約の終了日",
  closed: "完了日",
  credited: "返還請求書による返還の額",
  credit: "お返しする預り金",
  payBack: (credit: string) =>
    `お客様の預り金${credit}は、お返しします。お返しの手続きが決まりましたら、お知らせします。`,
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
  credited: "Given back by credit notes",
  credit: "Your credit with us",
  payBack: (credit) =>
    `We pay your credit of ${credit} back, and write to you when it is on its way.`,
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
        ...(props.credit > 0
          ? [{ label: words.credit, value: formatYen(props.credit, locale) }]
          : []),
      ],
      action: words.action,
      after: [
        ...(props.credit > 0 ? [words.payBack(formatYen(props.credit, locale))] : []),
        words.after,
      ],
      clauses: ["A17.2", "A18.1", "A25.5"],
    };
  },
);
