import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail that confirms an e-mail address; the link in `url` works for `validHours`. */
export type VerifyEmailProps = MailBase & { email: string; validHours: number };

const ja = {
  subject: "【要確認】メールアドレスの確認のお願い",
  preview: "リンクを開いて、登録を続けてください。",
  heading: "メールアドレスをご確認ください",
  lead: "お客様ポータルへの登録を受け付けました。下のボタンを開くと、このメールアドレスの確認が完了します。",
  email: "確認するメールアドレス",
  valid: "リンクの有効期間",
  hours: (hours: number) => `${hours}時間`,
  action: "メールアドレスの確認",
  after: "お心当たりがない場合は、何もせずにこのメールを破棄してください。登録は完了しません。",
};

const en: typeof ja = {
  subject: "Please confirm your e-mail address",
  preview: "Open the link to continue your registration.",
  heading: "Confirm your e-mail address",
  lead: "We have received a registration for the customer portal. Open the button below to confirm this e-mail address.",
  email: "Address to confirm",
  valid: "The link works for",
  hours: (hours) => (hours === 1 ? "1 hour" : `${hours} hours`),
  action: "Confirm e-mail address",
  after:
    "If you did not register, please delete this mail and do nothing. The registration will not be completed.",
};

/** Asks a new user to confirm the address that its ID will be tied to (A14.7). */
export const verifyEmail = defineMail({ ja, en }, (props: VerifyEmailProps, words) => ({
  subject: words.subject,
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead],
  facts: [
    { label: words.email, value: props.email },
    { label: words.valid, value: words.hours(props.validHours) },
  ],
  action: words.action,
  after: [words.after],
  clauses: ["A14.7"],
}));
