import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail to a company without an account that is proposed as assignee. Days ISO. */
export type AssigneeRegistrationProps = MailBase & { assignorName: string; askedDay: string };

const ja = {
  subject: (assignor: string) => `${assignor}の契約の引受けに関する、お客様登録のお願い`,
  preview: "登録がお済みになると、契約の内容をご確認いただけます。",
  heading: "お客様登録のお願い",
  lead: (assignor: string) =>
    `${assignor}から、当社との契約を貴社に譲渡したいとの請求がありました。契約の内容をご確認のうえ、引き受けるかどうかをご回答いただくため、まず、このメールを受け取ったアドレスで、ポータルへの登録をお願いいたします。`,
  next: "登録の確認後、契約の内容と引受けの確認を、ポータルとメールでお知らせします。登録だけでは、契約を引き受けたことにはなりません。",
  asked: "ご案内の日",
  action: "登録を始める",
  after:
    "お心当たりのない場合は、このメールを破棄してください。何もなさらなければ、契約は引き継がれません。",
};

const en: typeof ja = {
  subject: (assignor) => `Please register: ${assignor} wishes to assign a contract to you`,
  preview: "Once you have registered you can read what the contract says.",
  heading: "Please register",
  lead: (assignor) =>
    `${assignor} has asked us for consent to assign its contract with us to your company. So that you can read what it says and tell us whether you take it over, please first register in our portal with the address to which this mail was sent.`,
  next: "After that we will show you the contract in the portal and ask you there and by mail. Registering alone does not mean that you take it over.",
  asked: "Asked on",
  action: "Register",
  after:
    "If you know nothing of this, please ignore this mail. Unless you do something, you take nothing over.",
};

/** Asks a proposed assignee (譲受人) without an account to register (A31.1): only a customer can be asked. */
export const assigneeRegistration = defineMail(
  { ja, en },
  (props: AssigneeRegistrationProps, words, locale) => ({
    subject: words.subject(props.assignorName),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead(props.assignorName), words.next],
    facts: [{ label: words.asked, value: formatDay(props.askedDay, locale) }],
    action: words.action,
    after: [words.after],
    clauses: ["A31.1"],
  }),
);
