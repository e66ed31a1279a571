import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail with a link to set a new password; the link works once, for `validMinutes`. */
export type PasswordResetProps = MailBase & { validMinutes: number };

const ja = {
  subject: "パスワード再設定のご案内",
  preview: "新しいパスワードを設定するためのリンクです。",
  heading: "パスワードの再設定",
  lead: "パスワードを再設定したいとのお申し出を受け付けました。下のボタンから新しいパスワードを設定してください。",
  valid: "リンクの有効期間",
  minutes: (minutes: number) => `${minutes}分（一度だけ使えます）`,
  secondFactor: "二段階認証をお使いの場合は、再設定の後も認証コードが必要です。",
  action: "新しいパスワードの設定",
  after:
    "お申し出に心当たりがない場合は、このメールを破棄してください。パスワードは変わりません。同じメールが続くときは、お問い合わせ先までご連絡ください。",
};

const en: typeof ja = {
  subject: "Set a new password",
  preview: "A link with which you can set a new password.",
  heading: "Set a new password",
  lead: "We were asked to let you set a new password. Use the button below to choose one.",
  valid: "The link works for",
  minutes: (minutes) => `${minutes} minutes, once`,
  secondFactor:
    "If you use a second factor, you will still need its code after setting the password.",
  action: "Set a new password",
  after:
    "If you did not ask for this, delete this mail: your password stays as it is. If such mails keep coming, please contact us.",
};

/** Lets a user who can't sign in set a new password (A14.7). */
export const passwordReset = defineMail({ ja, en }, (props: PasswordResetProps, words) => ({
  subject: words.subject,
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead],
  facts: [{ label: words.valid, value: words.minutes(props.validMinutes) }],
  action: words.action,
  after: [words.secondFactor, words.after],
  clauses: ["A14.7"],
}));
