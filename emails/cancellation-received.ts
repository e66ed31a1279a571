import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatInstant, formatYen } from "./format.ts";

/** Props of the mail that confirms a notice of cancellation. Days ISO, amounts integer yen. */
export type CancellationReceivedProps = MailBase & {
  contractNumber: string;
  /** A10.2: not renewed, ends with its term. A17.1: ends two months after the notice. */
  clause: "A10.2" | "A17.1";
  /** ISO instant at which the notice came in. */
  receivedAt: string;
  endDay: string;
  /** What is unpaid, fees of a renewed term included. */
  owed: number;
  /** Day on which it is due at the latest; null where nothing is owed. */
  owedDueDay: string | null;
};

const ja = {
  subject: (end: string, contract: string) =>
    `解約のお申出を受け付けました：${end}終了（契約 ${contract}）`,
  preview: (end: string) => `ご契約は${end}の24時に終了します。`,
  heading: "解約のお申出を受け付けました",
  lead: {
    "A10.2": (end: string) =>
      `更新されないとのお申出を受け付けました。ご契約は、利用期間の満了日である${end}の24時に終了します。それまではこれまでどおりご利用いただけます。`,
    "A17.1": (end: string) =>
      `中途解約のお申出を受け付けました。ご契約は、お申出の日から2か月の予告期間を経て、${end}の24時に終了します。それまではこれまでどおりご利用いただけます。`,
  },
  contract: "契約番号",
  received: "お申出の受付日時",
  end: "契約の終了日",
  owed: "未払いの料金",
  owedDue: "お支払期限",
  refund: "お支払済みの料金の返金",
  noRefund: "ありません",
  warning:
    "お支払済みの料金はお返ししません。未払いの料金は、終了の後もお支払いいただく必要があります。",
  action: "終了までの手続の確認",
  after:
    "お申出を取り消したいときは、終了日より前にお問い合わせください。当社の同意により撤回いただけます。",
};

const en: typeof ja = {
  subject: (end, contract) => `Cancellation received: ends on ${end} (contract ${contract})`,
  preview: (end) => `Your contract ends on ${end} at 24:00.`,
  heading: "We have received your cancellation",
  lead: {
    "A10.2": (end) =>
      `We have received your notice that the contract shall not renew. It ends with its term, on ${end} at 24:00 (Japan time). Until then you can use the service as before.`,
    "A17.1": (end) =>
      `We have received your notice of mid-term cancellation. After the notice period of two months from the day of your notice, the contract ends on ${end} at 24:00 (Japan time). Until then you can use the service as before.`,
  },
  contract: "Contract number",
  received: "Notice received",
  end: "Contract ends on",
  owed: "Unpaid fees",
  owedDue: "Due by",
  refund: "Refund of fees already paid",
  noRefund: "None",
  warning:
    "Fees already paid are not refunded, and fees not yet paid remain owed after the end of the contract.",
  action: "See the steps until the end",
  after:
    "If you wish to take the notice back, please ask us before the end date. It can be withdrawn with our consent.",
};

/** Confirms a notice of cancellation: end day, what is owed, nothing refunded (A10.2, A17.1, A17.2). */
export const cancellationReceived = defineMail(
  { ja, en },
  (props: CancellationReceivedProps, words, locale) => {
    const end = formatDay(props.endDay, locale);
    return {
      subject: words.subject(end, props.contractNumber),
      preview: words.preview(end),
      heading: words.heading,
      lead: [words.lead[props.clause](end)],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.received, value: formatInstant(props.receivedAt, locale) },
        { label: words.end, value: end },
        { label: words.owed, value: formatYen(props.owed, locale) },
        ...(props.owedDueDay === null
          ? []
          : [{ label: words.owedDue, value: formatDay(props.owedDueDay, locale) }]),
        { label: words.refund, value: words.noRefund },
      ],
      warning: words.warning,
      action: words.action,
      after: [words.after],
      clauses: [props.clause, "A17.2"],
    };
  },
);
