import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail to somebody who signed up with an address that has an account already. */
export type AccountExistsProps = MailBase & { email: string };

const ja = {
  subject: "アカウントはすでに登録されています",
  preview: "新しいアカウントは作成されていません。",
  heading: "アカウントはすでにあります",
  lead: "このメールアドレスでお客様ポータルへの登録が行われましたが、アカウントはすでにあります。新しいアカウントは作成されていません。下のボタンからログインしてください。",
  email: "メールアドレス",
  action: "ログイン画面",
  after:
    "パスワードをお忘れの場合は、ログイン画面の「パスワードをお忘れの方」から再設定できます。登録に心当たりがない場合は、このメールを破棄してください。アカウントは変わりません。",
};

const en: typeof ja = {
  subject: "You already have an account",
  preview: "No new account was made.",
  heading: "Your account exists already",
  lead: "Somebody registered for the customer portal with this e-mail address, which has an account already. No new account was made. Please sign in with the button below.",
  email: "E-mail address",
  action: "Go to sign-in",
  after:
    "If you forgot your password, choose “Forgot your password?” on the sign-in page. If you did not register, delete this mail: your account stays as it is.",
};

/** Answers a registration with a known address by mail, so that the page itself need not tell. */
export const accountExists = defineMail({ ja, en }, (props: AccountExistsProps, words) => ({
  subject: words.subject,
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead],
  facts: [{ label: words.email, value: props.email }],
  action: words.action,
  after: [words.after],
  clauses: ["A14.7"],
}));
