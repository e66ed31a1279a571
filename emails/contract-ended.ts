import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";
import { causeClauses, causesEn, causesJa, type EndCause } from "./end-causes.ts";

/** Props of the mail about the end of a contract. Days ISO, amounts integer yen. */
export type ContractEndedProps = MailBase & {
  contractNumber: string;
  endDay: string;
  cause: EndCause;
  /** Last day to hand over lent devices; null where none is out. */
  deviceReturnDay: string | null;
  owed: number;
  owedDueDay: string | null;
  /** Amount of the credit note for days after the end; 0 where the end gives none. */
  credited: number;
};

const ja = {
  subject: (contract: string) => `契約終了のお知らせ（契約 ${contract}）`,
  preview: (end: string) => `ご契約は${end}に終了しました。`,
  heading: "ご契約が終了しました",
  lead: (end: string) =>
    `ご契約は${end}をもって終了し、サービスはご利用いただけなくなりました。この後の手続をご確認ください。`,
  contract: "契約番号",
  end: "契約の終了日",
  cause: "終了の事由",
  causes: causesJa,
  device: "接続機器の返却期限",
  owed: "未払いの料金",
  owedDue: "お支払期限",
  credited: "終了後の期間分の返金",
  warning: "期限までに接続機器のご返却がないときは、お客様のご負担で当社が回収することがあります。",
  action: "終了後の手続の確認",
  after:
    "システム内のお客様のデータとログは、当社が消去し、消去の証明書をポータルでお渡しします。請求書、お支払い、機器の返却の記録は、引き続きご覧いただけます。法令で保存が定められた会計の記録は、その期間保管します。",
};

const en: typeof ja = {
  subject: (contract) => `Your contract has ended (contract ${contract})`,
  preview: (end) => `Your contract ended on ${end}.`,
  heading: "Your contract has ended",
  lead: (end) =>
    `Your contract ended on ${end} and the service is closed. Please see below what remains to be done.`,
  contract: "Contract number",
  end: "Contract ended on",
  cause: "Cause of the end",
  causes: causesEn,
  device: "Return the connection devices by",
  owed: "Unpaid fees",
  owedDue: "Due by",
  credited: "Credit for the days after the end",
  warning: "If devices are not returned by that day, we may recover them at your cost.",
  action: "See what remains to be done",
  after:
    "We erase your data and logs from our systems and give you a certificate in the portal. Invoices, payments and device returns stay readable there. Accounting records are kept for the period the law requires.",
};

/** Tells the customer that the contract has ended and what is left to do (A8.1, A17.2, A18). */
export const contractEnded = defineMail({ ja, en }, (props: ContractEndedProps, words, locale) => {
  const end = formatDay(props.endDay, locale);
  const day = (label: string, value: string | null) =>
    value === null ? [] : [{ label, value: formatDay(value, locale) }];
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview(end),
    heading: words.heading,
    lead: [words.lead(end)],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.end, value: end },
      { label: words.cause, value: words.causes[props.cause] },
      ...day(words.device, props.deviceReturnDay),
      { label: words.owed, value: formatYen(props.owed, locale) },
      ...day(words.owedDue, props.owedDueDay),
      ...(props.credited > 0
        ? [{ label: words.credited, value: formatYen(props.credited, locale) }]
        : []),
    ],
    warning: props.deviceReturnDay === null ? undefined : words.warning,
    action: words.action,
    after: [words.after],
    clauses: [
      causeClauses[props.cause],
      "A17.2",
      "A18.1",
      "A18.2",
      ...(props.deviceReturnDay === null ? [] : ["A8.1"]),
    ],
  };
});
