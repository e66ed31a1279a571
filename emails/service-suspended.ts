import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail about a suspension. Days ISO. */
export type ServiceSuspendedProps = MailBase & {
  contractNumber: string;
  cause: "nonPayment" | "breach";
  suspendedDay: string;
};

const ja = {
  subject: (contract: string) => `サービス停止のお知らせ（契約 ${contract}）`,
  preview: "サービスの提供を停止しました。",
  heading: "サービスを停止しました",
  lead: "次の理由により、サービスの提供を停止しました。",
  contract: "契約番号",
  day: "停止日",
  cause: "停止の理由",
  causes: {
    nonPayment: "料金のお支払いが期限までに確認できないため",
    breach: "約款に反するご利用があったため",
  },
  next: "必要なお手続き",
  nexts: {
    nonPayment:
      "期限を過ぎた請求をすべてお支払いください。お支払いの確認後、この理由による停止は自動的に解除されます。",
    breach: "違反の状態を解消し、担当者にご連絡ください。担当者の確認後に解除します。",
  },
  warning: "停止の間も、契約期間、申出の期限、料金のお支払いはそのまま続きます。",
  action: "契約の確認",
  after: "停止の間も、ポータルでのお支払い、各種のお申し出、機器の返却はご利用いただけます。",
};

const en: typeof ja = {
  subject: (contract) => `Your service is suspended (contract ${contract})`,
  preview: "The service has been suspended.",
  heading: "Your service is suspended",
  lead: "We have suspended the service for the reason below.",
  contract: "Contract number",
  day: "Suspended on",
  cause: "Reason",
  causes: {
    nonPayment: "Fees were not paid by their due day",
    breach: "The service was used against the terms",
  },
  next: "What to do",
  nexts: {
    nonPayment:
      "Please pay every overdue invoice. The suspension for this reason is lifted of itself once they are paid.",
    breach: "Please end the breach and tell us. We lift the suspension once we have checked.",
  },
  warning: "The term, notice days and fees run on while the service is suspended.",
  action: "View the contract",
  after: "You can still use the portal to pay, give notice and return devices.",
};

/** Tells the customer that the service is suspended, why, and what lifts it (A15.2, A16.1, 利用停止). */
export const serviceSuspended = defineMail(
  { ja, en },
  (props: ServiceSuspendedProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.day, value: formatDay(props.suspendedDay, locale) },
        { label: words.cause, value: words.causes[props.cause] },
        { label: words.next, value: words.nexts[props.cause] },
      ],
      warning: words.warning,
      action: words.action,
      after: [words.after],
      clauses: [props.cause === "breach" ? "A15.2" : "A16.1", "A17.2"],
    };
  },
);
