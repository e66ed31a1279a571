export type { TermsArticle, TermsItem, TermsParagraph } from "#db/schema/terms.ts";
