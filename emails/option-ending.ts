import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail about the end of an option. Days ISO. */
export type OptionEndingProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  cause: "expired" | "cancelled" | "discontinued" | "restricted";
  clause: string;
  noticeDay: string;
  endDay: string;
  /** Whether the option goes on into another term before it ends, whose fee is owed whole. */
  renewsFirst: boolean;
};

const ja = {
  subject: (contract: string) => `オプション終了の予定（契約 ${contract}）`,
  preview: "オプションの終了の予定をお知らせします。",
  heading: "オプションの終了の予定",
  lead: "次のオプションは、下記の日をもって終了します。ご契約のほかの内容は続きます。",
  contract: "契約番号",
  name: "オプション",
  cause: "終了の事由",
  causes: {
    expired: "更新をしない旨の申出",
    cancelled: "中途解約の申出",
    discontinued: "オプションの廃止",
    restricted: "長期の利用制限による解除",
  },
  day: "申出またはお知らせの日",
  end: "オプションの最終日",
  warning: "終了の前にオプションが更新されるため、次の期間の料金をお支払いいただきます。",
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `An option will end (contract ${contract})`,
  preview: "An option of your contract will end.",
  heading: "An option will end",
  lead: "The option below ends on the day named. Everything else in your contract goes on.",
  contract: "Contract number",
  name: "Option",
  cause: "Reason",
  causes: {
    expired: "Notice of non-renewal",
    cancelled: "Notice of cancellation",
    discontinued: "Discontinuation of the option",
    restricted: "End after a long restriction",
  },
  day: "Notice given on",
  end: "Last day of the option",
  warning: "The option renews before it ends, so the fee of the next term is owed.",
  action: "View the contract",
};

/** Tells the customer when an option ends, by whose act and what stays owed (A9.2, A17, A19.4, A20). */
export const optionEnding = defineMail({ ja, en }, (props: OptionEndingProps, words, locale) => {
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.name, value: formatName(props.option, locale) },
      { label: words.cause, value: words.causes[props.cause] },
      { label: words.day, value: formatDay(props.noticeDay, locale) },
      { label: words.end, value: formatDay(props.endDay, locale) },
    ],
    warning: props.renewsFirst ? words.warning : undefined,
    action: words.action,
    clauses: ["A9.2", props.clause],
  };
});
