import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName, formatYen } from "./format.ts";

/** Props of the mail with a quote. Amounts are integer yen; `net` + `tax` = `total`. */
export type QuoteMailProps = MailBase & {
  quoteNumber: string;
  lines: readonly (BilingualName & { amount: number })[];
  net: number;
  tax: number;
  total: number;
  /** Last day on which the quote can be ordered from, ISO. */
  validUntilDay: string;
};

const ja = {
  subject: (quote: string) => `お見積書のご案内（${quote}）`,
  preview: (total: string, day: string) => `お見積金額 ${total}（${day}まで有効）`,
  heading: "お見積書をご用意しました",
  lead: (day: string) =>
    `ご依頼の内容でお見積書を作成しました。有効期限の${day}まで、この金額でお申し込みいただけます。`,
  quote: "見積番号",
  net: "小計（税抜）",
  tax: "消費税等",
  total: "合計（税込）",
  validUntil: "有効期限",
  action: "見積書の確認とお申込み",
};

const en: typeof ja = {
  subject: (quote) => `Your quote (${quote})`,
  preview: (total, day) => `Total ${total}, valid until ${day}`,
  heading: "Your quote is ready",
  lead: (day) =>
    `We have prepared the quote you asked for. You can order at this price until ${day}.`,
  quote: "Quote number",
  net: "Subtotal without tax",
  tax: "Consumption tax",
  total: "Total with tax",
  validUntil: "Valid until",
  action: "View the quote and order",
};

/** Sends a quote (見積書), which states the fees of the service (A12.1). */
export const quote = defineMail({ ja, en }, (props: QuoteMailProps, words, locale) => {
  const validUntil = formatDay(props.validUntilDay, locale);
  const total = formatYen(props.total, locale);
  return {
    subject: words.subject(props.quoteNumber),
    preview: words.preview(total, validUntil),
    heading: words.heading,
    lead: [words.lead(validUntil)],
    facts: [
      { label: words.quote, value: props.quoteNumber },
      ...props.lines.map((line) => ({
        label: formatName(line, locale),
        value: formatYen(line.amount, locale),
      })),
      { label: words.net, value: formatYen(props.net, locale) },
      { label: words.tax, value: formatYen(props.tax, locale) },
      { label: words.total, value: total },
      { label: words.validUntil, value: validUntil },
    ],
    action: words.action,
    clauses: ["A12.1"],
  };
});
