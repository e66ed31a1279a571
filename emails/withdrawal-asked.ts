import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail about a request to take a notice back. Days ISO. */
export type WithdrawalAskedProps = MailBase & {
  contractNumber: string;
  /** The option whose notice it is (A9.2); null where it is the contract's. */
  option: BilingualName | null;
  by: "customer" | "operator";
  askedDay: string;
  /** The last day to which the notice leads unless it is taken back. */
  endDay: string;
};

const ja = {
  subject: (contract: string) => `解約の取下げの依頼（契約 ${contract}）`,
  preview: "解約の申出の取下げについてのお知らせです。",
  heading: "解約の取下げの依頼",
  leads: {
    customer: "解約の申出の取下げのご依頼を受け付けました。当社が同意するまで、申出は有効です。",
    operator:
      "当社の解約の通知を取り下げたく存じます。ご同意いただけるかどうかを、ポータルでお知らせください。ご同意がないときは、通知どおり終了します。",
  },
  contract: "契約番号",
  option: "オプション",
  day: "依頼の日",
  end: "申出による終了日",
  action: "取下げの状況の確認",
};

const en: typeof ja = {
  subject: (contract) => `A notice is asked to be taken back (contract ${contract})`,
  preview: "About taking back a notice of cancellation.",
  heading: "Taking back a notice",
  leads: {
    customer: "We have received your request to take back your notice. It stands until we agree.",
    operator:
      "We would like to take back our notice of cancellation. Please tell us in the portal whether you agree; otherwise the contract ends as notified.",
  },
  contract: "Contract number",
  option: "Option",
  day: "Asked on",
  end: "Last day by the notice",
  action: "View the request",
};

/** Tells the customer that one side asked to take its notice back; the other has to agree (A17.1, 申出の取下げ). */
export const withdrawalAsked = defineMail(
  { ja, en },
  (props: WithdrawalAskedProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.leads[props.by]],
      facts: [
        { label: words.contract, value: props.contractNumber },
        ...(props.option === null
          ? []
          : [{ label: words.option, value: formatName(props.option, locale) }]),
        { label: words.day, value: formatDay(props.askedDay, locale) },
        { label: words.end, value: formatDay(props.endDay, locale) },
      ],
      action: words.action,
      clauses: props.option === null ? ["A17.1"] : ["A9.2", "A17.1"],
    };
  },
);
