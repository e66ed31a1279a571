import { defineMail, type MailBase } from "./mail.ts";
import { formatInstant } from "./format.ts";

/** Props of the mail about a sign-in from a device not seen before; `signedInAt` is an ISO instant. */
export type NewSignInProps = MailBase & { signedInAt: string; ipAddress: string; device: string };

const ja = {
  subject: "新しい端末からのログインのお知らせ",
  preview: (at: string) => `${at}にログインがありました。`,
  heading: "新しい端末からログインがありました",
  lead: "お使いのIDで、これまで記録のない端末からログインがありました。ご本人によるものであれば、手続は要りません。",
  at: "日時",
  device: "端末",
  ip: "IPアドレス",
  warning: "心当たりがない場合は、そのログインを直ちに終了させ、パスワードを変更してください。",
  action: "ログイン中の端末の確認",
};

const en: typeof ja = {
  subject: "Sign-in from a new device",
  preview: (at) => `Signed in on ${at}.`,
  heading: "Your account was used on a new device",
  lead: "Somebody signed in with your ID from a device that we have not seen before. If it was you, there is nothing to do.",
  at: "When",
  device: "Device",
  ip: "IP address",
  warning: "If it was not you, end that session at once and change your password.",
  action: "Review signed-in devices",
};

/** Tells a user of a sign-in from an unknown device, so that misuse of the ID is noticed (A14.7). */
export const newSignIn = defineMail({ ja, en }, (props: NewSignInProps, words, locale) => {
  const at = formatInstant(props.signedInAt, locale);
  return {
    subject: words.subject,
    preview: words.preview(at),
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.at, value: at },
      { label: words.device, value: props.device },
      { label: words.ip, value: props.ipAddress },
    ],
    warning: words.warning,
    action: words.action,
    clauses: ["A14.7"],
  };
});
