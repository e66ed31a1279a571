/** An item (号) of a paragraph; `mark` is its number as written, such as `(7)`. */
export type TermsItem = { mark: string; ja: string; en: string };

/** A paragraph (項) of an article. */
export type TermsParagraph = {
  number: number;
  ja: string;
  en: string;
  items?: readonly TermsItem[];
};

/** An article (条) of the terms of service (約款), in both languages; `A17.2` is article 17, paragraph 2. */
export type TermsArticle = {
  number: number;
  titleJa: string;
  titleEn: string;
  paragraphs: readonly TermsParagraph[];
};
