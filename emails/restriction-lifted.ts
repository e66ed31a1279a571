import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail about a lifted restriction. Days ISO. */
export type RestrictionLiftedProps = MailBase & {
  contractNumber: string;
  liftedDay: string;
  /** Whether another restriction or a suspension is left. */
  isStillStopped: boolean;
};

const ja = {
  subject: (contract: string) => `利用制限の解除のお知らせ（契約 ${contract}）`,
  preview: "サービスの利用の制限を解除しました。",
  heading: "利用の制限を解除しました",
  runs: "サービスの利用の制限を解除しました。ただいまよりご利用いただけます。",
  stopped:
    "この制限は解除しましたが、ほかの理由により、サービスの一部または全部は引き続きご利用いただけません。",
  contract: "契約番号",
  day: "解除日",
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `A restriction is lifted (contract ${contract})`,
  preview: "A restriction of the service is lifted.",
  heading: "A restriction is lifted",
  runs: "The restriction is lifted and the service runs again.",
  stopped:
    "This restriction is lifted; for another reason all or part of the service is still stopped.",
  contract: "Contract number",
  day: "Lifted on",
  action: "View the contract",
};

/** Tells the customer that a restriction is lifted, and whether the service runs again (A19.1). */
export const restrictionLifted = defineMail(
  { ja, en },
  (props: RestrictionLiftedProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [props.isStillStopped ? words.stopped : words.runs],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.day, value: formatDay(props.liftedDay, locale) },
      ],
      action: words.action,
      clauses: ["A19.1"],
    };
  },
);
