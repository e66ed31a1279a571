import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail about a refused withdrawal. Days ISO. */
export type WithdrawalRefusedProps = MailBase & {
  contractNumber: string;
  /** The option whose notice it is (A9.2); null where it is the contract's. */
  option: BilingualName | null;
  refusedDay: string;
  endDay: string;
};

const ja = {
  subject: (contract: string) => `解約の取下げについて（契約 ${contract}）`,
  preview: "解約の申出の取下げには同意できませんでした。",
  heading: "解約の申出はそのまま有効です",
  lead: "解約の申出の取下げのご依頼には、同意できませんでした。ご契約は申出どおり終了します。",
  leadOfOption:
    "オプションの解約の申出の取下げのご依頼には、同意できませんでした。オプションは申出どおり終了します。",
  contract: "契約番号",
  option: "オプション",
  day: "回答の日",
  end: "終了日",
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `Your notice stands (contract ${contract})`,
  preview: "We could not agree to take back the notice.",
  heading: "Your notice stands",
  lead: "We could not agree to take back your notice. The contract ends as you asked.",
  leadOfOption:
    "We could not agree to take back your notice for the option. The option ends as you asked.",
  contract: "Contract number",
  option: "Option",
  day: "Answered on",
  end: "Last day",
  action: "View the contract",
};

/** Tells the customer that the operator does not agree: the notice stands (A17.1). */
export const withdrawalRefused = defineMail(
  { ja, en },
  (props: WithdrawalRefusedProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [props.option === null ? words.lead : words.leadOfOption],
      facts: [
        { label: words.contract, value: props.contractNumber },
        ...(props.option === null
          ? []
          : [{ label: words.option, value: formatName(props.option, locale) }]),
        { label: words.day, value: formatDay(props.refusedDay, locale) },
        { label: words.end, value: formatDay(props.endDay, locale) },
      ],
      action: words.action,
      clauses: props.option === null ? ["A17.1"] : ["A9.2", "A17.1"],
    };
  },
);
