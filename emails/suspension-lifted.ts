import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail about a lifted suspension. Days ISO. */
export type SuspensionLiftedProps = MailBase & {
  contractNumber: string;
  cause: "nonPayment" | "breach";
  liftedDay: string;
  /** Whether another cause or a restriction is left. */
  isStillStopped: boolean;
};

const ja = {
  subject: (contract: string) => `停止の解除のお知らせ（契約 ${contract}）`,
  preview: "サービスの停止の理由がなくなりました。",
  heading: "停止の理由がなくなりました",
  runs: "サービスの停止を解除しました。ただいまよりご利用いただけます。",
  stopped:
    "次の理由による停止は解除しましたが、ほかの理由により、サービスは引き続きご利用いただけません。",
  contract: "契約番号",
  day: "解除日",
  cause: "解除した理由",
  causes: { nonPayment: "料金の未払い", breach: "約款に反するご利用" },
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `A suspension is lifted (contract ${contract})`,
  preview: "A reason for the suspension is gone.",
  heading: "A reason for the suspension is gone",
  runs: "The suspension is lifted and the service runs again.",
  stopped:
    "The suspension for this reason is lifted; for another reason the service is still stopped.",
  contract: "Contract number",
  day: "Lifted on",
  cause: "Reason that is gone",
  causes: { nonPayment: "Unpaid fees", breach: "Use against the terms" },
  action: "View the contract",
};

/** Tells the customer that a cause of the suspension is gone, and whether the service runs again (A15.2, A16.1). */
export const suspensionLifted = defineMail(
  { ja, en },
  (props: SuspensionLiftedProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [props.isStillStopped ? words.stopped : words.runs],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.day, value: formatDay(props.liftedDay, locale) },
        { label: words.cause, value: words.causes[props.cause] },
      ],
      action: words.action,
      clauses: [props.cause === "breach" ? "A15.2" : "A16.1"],
    };
  },
);
