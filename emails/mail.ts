/** The languages in which mails are written. */
export type MailLocale = "ja" | "en";

/** A menu or option under both of its names. */
export type BilingualName = { nameJa: string; nameEn: string };

/** The company that sends the mail (当社). */
export type MailOperator = BilingualName & { supportEmail: string };

/** What every mail needs; plain data, so that it can be stored with the task to send it. */
export type MailBase = {
  operator: MailOperator;
  recipientName: string;
  /** Null where the recipient does not belong to a company yet. */
  companyName: string | null;
  /** Absolute http(s) address of the page on which the next step is done. */
  url: string;
};

/** A label and its value in the table of facts. */
export type MailFact = { label: string; value: string };

/** Everything a mail says, in one language; the layout turns it into HTML and into text. */
export type MailContent = {
  subject: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  heading: string;
  lead: readonly string[];
  facts: readonly MailFact[];
  /** A consequence the recipient must not overlook. */
  warning?: string;
  action: string;
  after?: readonly string[];
  /** Clauses of the terms that the mail rests on, such as `A17.1`. */
  clauses: readonly string[];
};

/** One kind of mail: props in, what it says in either language out. */
export type Mail<Props extends MailBase> = (props: Props, locale: MailLocale) => MailContent;

/**
 * Builds a mail from its words in both languages and one view on them.
 * The Japanese words are the type: an English text that is missing or of another form fails the
 * type check. The view states once, for both languages, which facts and clauses are shown.
 */
export function defineMail<Props extends MailBase, Words>(
  words: { ja: Words; en: NoInfer<Words> },
  view: (props: Props, words: Words, locale: MailLocale) => MailContent,
): Mail<Props> {
  return (props, locale) => view(props, words[locale], locale);
}
