import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail about a notice that was taken back. Days ISO. */
export type NoticeWithdrawnProps = MailBase & {
  contractNumber: string;
  by: "customer" | "operator";
  withdrawnDay: string;
  endDay: string;
  /** Another end that still stands; null where the contract goes on. */
  remainingEndDay: string | null;
};

const ja = {
  subject: (contract: string) => `解約の取下げのお知らせ（契約 ${contract}）`,
  preview: "解約の申出が取り下げられました。",
  heading: "解約の申出が取り下げられました",
  leads: {
    customer: "お客様の解約の申出は、当社の同意により取り下げられました。",
    operator: "当社の解約の通知は、お客様の同意により取り下げられました。",
  },
  goesOn: "ご契約は続きます。更新の申出期限を過ぎているときは、次の期間へ更新されます。",
  contract: "契約番号",
  day: "取下げの日",
  end: "取り下げられた終了日",
  remaining: "なお予定されている終了日",
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `A notice was taken back (contract ${contract})`,
  preview: "A notice of cancellation was taken back.",
  heading: "The notice was taken back",
  leads: {
    customer: "Your notice was taken back with our agreement.",
    operator: "Our notice was taken back with your agreement.",
  },
  goesOn: "The contract goes on. Where the notice day has passed, it renews.",
  contract: "Contract number",
  day: "Taken back on",
  end: "End that no longer applies",
  remaining: "End that is still planned",
  action: "View the contract",
};

/** Tells the customer that a notice was taken back by both sides, and how the contract goes on (A17.1, A10.2). */
export const noticeWithdrawn = defineMail(
  { ja, en },
  (props: NoticeWithdrawnProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead:
        props.remainingEndDay === null
          ? [words.leads[props.by], words.goesOn]
          : [words.leads[props.by]],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.day, value: formatDay(props.withdrawnDay, locale) },
        { label: words.end, value: formatDay(props.endDay, locale) },
        ...(props.remainingEndDay === null
          ? []
          : [{ label: words.remaining, value: formatDay(props.remainingEndDay, locale) }]),
      ],
      action: words.action,
      clauses: ["A17.1", "A10.2"],
    };
  },
);
