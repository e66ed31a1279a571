import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the request to consent to terms that came to bind after the order. Days are ISO. */
export type TermsConsentNeededProps = MailBase & {
  orderNumber: string;
  document: BilingualName;
  version: string;
  effectiveDay: string;
};

const ja = {
  subject: (order: string) => `新しい約款への同意のお願い（注文 ${order}）`,
  preview: "お申し込みの承諾には、新しい版への同意が必要です。",
  heading: "新しい約款への同意をお願いします",
  lead: (document: string, day: string) =>
    `お申し込みの後、${day}に${document}の新しい版の効力が生じました。変更内容をご確認のうえ、ポータルで同意してください。同意をいただくまで、お申し込みを承諾できません。`,
  order: "注文番号",
  version: "新しい版",
  effective: "効力が生じた日",
  action: "変更内容の確認と同意",
  after: "同意されない場合は、ポータルでお申し込みを取り下げることができます。費用はかかりません。",
};

const en: typeof ja = {
  subject: (order) => `Please consent to the new terms (order ${order})`,
  preview: "Your order can be accepted once you have consented to the new version.",
  heading: "Please consent to the new terms",
  lead: (document, day) =>
    `After you sent your order, a new version of the ${document} took effect on ${day}. Please read what has changed and consent in the portal. Until then we can't accept the order.`,
  order: "Order number",
  version: "New version",
  effective: "Took effect on",
  action: "Read the changes and consent",
  after: "If you do not consent, you can withdraw the order in the portal free of charge.",
};

/** Asks for consent to terms that came to bind between an order and its acceptance (A5.1). */
export const termsConsentNeeded = defineMail(
  { ja, en },
  (props: TermsConsentNeededProps, words, locale) => {
    const day = formatDay(props.effectiveDay, locale);
    return {
      subject: words.subject(props.orderNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead(formatName(props.document, locale), day)],
      facts: [
        { label: words.order, value: props.orderNumber },
        { label: words.version, value: props.version },
        { label: words.effective, value: day },
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A5.1", "A3.1"],
    };
  },
);
