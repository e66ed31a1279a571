import type { MailBase, MailContent, MailLocale } from "./mail.ts";
import { formatClause, formatName } from "./format.ts";
import { frameWords } from "./frame-words.ts";

/**
 * The mail as plain text, written from the same content as the HTML: turning the HTML's table of
 * facts into text by machine runs labels and values together.
 */
export function renderText(base: MailBase, content: MailContent, locale: MailLocale): string {
  const words = frameWords[locale];
  const colon = locale === "ja" ? "：" : ": ";
  const blocks = [
    content.heading,
    [...(base.companyName === null ? [] : [base.companyName]), words.greeting(base.recipientName)],
    ...content.lead,
    content.facts.map((fact) => `- ${fact.label}${colon}${fact.value}`),
    content.warning === undefined ? [] : `${words.important} ${content.warning}`,
    [`${content.action}${colon}`, base.url],
    ...(content.after ?? []),
    "----",
    words.basis +
      content.clauses.map((clause) => formatClause(clause, locale)).join(words.separator),
    [formatName(base.operator, locale), `${words.contact}${base.operator.supportEmail}`],
  ];
  return blocks
    .map((block) => (typeof block === "string" ? block : block.join("\n")))
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}
