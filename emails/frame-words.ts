import type { MailLocale } from "./mail.ts";

const ja = {
  greeting: (name: string) => `${name} 様`,
  important: "ご注意ください。",
  linkFallback: "ボタンが開けないときは、次のアドレスをブラウザーに入力してください。",
  basis: "根拠となる条項：",
  separator: "、",
  contact: "お問い合わせ：",
};

/** The words of the frame around every mail. */
export const frameWords: Record<MailLocale, typeof ja> = {
  ja,
  en: {
    greeting: (name) => `Dear ${name},`,
    important: "Please note.",
    linkFallback: "If the button does not open, enter this address in your browser:",
    basis: "Clauses this rests on: ",
    separator: "; ",
    contact: "Questions: ",
  },
};
