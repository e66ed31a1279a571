import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mail about a termination. Days ISO, amounts integer yen. */
export type ContractTerminatedProps = MailBase & {
  contractNumber: string;
  clause: "A16.1" | "A32.3";
  endDay: string;
  deviceReturnDay: string | null;
  owed: number;
  owedDueDay: string | null;
  /** Yen with tax for the days after the end; 0 where the end gives none back. */
  credited: number;
};

const ja = {
  subject: (contract: string) => `【重要】契約解除の通知（契約 ${contract}）`,
  preview: "ご契約は本日をもって解除されました。",
  heading: "ご契約は解除されました",
  lead: "下記の条項に基づき、ご契約は本日をもって解除されました。サービスはご利用いただけません。",
  contract: "契約番号",
  end: "契約の終了日",
  device: "接続機器の返却期限",
  owed: "未払いの料金",
  due: "お支払期限",
  credited: "終了後の期間分の返金",
  warning: "支払期限を過ぎた料金には遅延損害金がかかります。",
  action: "終了後の手続の確認",
  after:
    "システム内のお客様のデータとログは当社が消去します。請求書、お支払い、機器の返却の記録は引き続きご覧いただけます。",
};

const en: typeof ja = {
  subject: (contract) => `Important: your contract is terminated (contract ${contract})`,
  preview: "The contract is terminated as of today.",
  heading: "Your contract is terminated",
  lead: "Under the clause below the contract is terminated as of today, and the service is closed.",
  contract: "Contract number",
  end: "Last day",
  device: "Return the connection devices by",
  owed: "Unpaid fees",
  due: "Due by",
  credited: "Credit for the days after the end",
  warning: "Fees that are paid late bear delay damages.",
  action: "See what remains to be done",
  after:
    "We erase your data and logs. Invoices, payments and device returns stay readable in the portal.",
};

/** Tells the customer that the contract was terminated, that the service is closed and what is owed (A16.1, A16.2, A32.3, 解除). */
export const contractTerminated = defineMail(
  { ja, en },
  (props: ContractTerminatedProps, words, locale) => {
    const day = (label: string, value: string | null) =>
      value === null ? [] : [{ label, value: formatDay(value, locale) }];
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.end, value: formatDay(props.endDay, locale) },
        ...day(words.device, props.deviceReturnDay),
        { label: words.owed, value: formatYen(props.owed, locale) },
        ...day(words.due, props.owedDueDay),
        ...(props.credited > 0
          ? [{ label: words.credited, value: formatYen(props.credited, locale) }]
          : []),
      ],
      warning: props.owed > 0 ? words.warning : undefined,
      action: words.action,
      after: [words.after],
      clauses: [
        props.clause,
        "A17.2",
        "A18.1",
        ...(props.deviceReturnDay === null ? [] : ["A8.1"]),
      ],
    };
  },
);
