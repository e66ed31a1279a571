import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail; days ISO. */
export type WorkAcceptedProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  completedDay: string;
  acceptedDay: string;
};

const ja = {
  subject: (contract: string) => `検収の控え（契約 ${contract}）`,
  preview: "作業の検収を受け付けました。",
  heading: "検収の控え",
  lead: "次の作業を検収いただきました。作業はこれで終わりです。検収書（PDF）は、次の画面で保存できます。",
  contract: "契約番号",
  name: "作業",
  completed: "作業の完了日",
  accepted: "検収日",
  action: "検収書の確認",
};

const en: typeof ja = {
  subject: (contract) => `Your acceptance of work (contract ${contract})`,
  preview: "We received your acceptance of completed work.",
  heading: "Your acceptance of work",
  lead: "You have accepted the work below, which is done now. The certificate of acceptance (PDF) can be saved on the page below.",
  contract: "Contract number",
  name: "Work",
  completed: "Completed on",
  accepted: "Accepted on",
  action: "View the certificate",
};

/** Confirms the acceptance of completed work, whose paper can be saved (A11). */
export const workAccepted = defineMail({ ja, en }, (props: WorkAcceptedProps, words, locale) => {
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.name, value: formatName(props.option, locale) },
      { label: words.completed, value: formatDay(props.completedDay, locale) },
      { label: words.accepted, value: formatDay(props.acceptedDay, locale) },
    ],
    action: words.action,
    clauses: ["A11.1"],
  };
});
