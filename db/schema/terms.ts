import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./customer.ts";

/** An item (号) of a paragraph; `mark` is its number as written, such as `(7)`. */
export interface TermsItem {
  mark: string;
  ja: string;
  en: string;
}

/** A paragraph (項) of an article. */
export interface TermsParagraph {
  number: number;
  ja: string;
  en: string;
  items?: readonly TermsItem[];
}

/** An article (条) of the terms, or a section of a specification, in both languages. */
export interface TermsArticle {
  number: number;
  titleJa: string;
  titleEn: string;
  paragraphs: readonly TermsParagraph[];
}

/** The texts of terms and specifications, each under the hash of its canonical JSON; append-only. */
export const termsText = pgTable("terms_text", {
  textHash: text("text_hash").primaryKey(),
  articles: jsonb("articles").$type<readonly TermsArticle[]>().notNull(),
  savedAt: instant("saved_at").notNull(),
  /** Who wrote it; null for what came with the reference data. */
  savedBy: text("saved_by"),
});

/** List columns of the versions of terms (約款) and specifications (仕様書, A1, A3); all the operator's. */
export const termsVersion = pgTable(
  "terms_version",
  {
    customerId: uuid("customer_id").notNull(),
    termsVersionId: uuid("terms_version_id").notNull(),
    version: text("version").notNull(),
    document: text("document").notNull(),
    label: text("label").notNull(),
    status: text("status").notNull(),
    textHash: text("text_hash").notNull(),
    announcedDay: day("announced_day"),
    effectiveDay: day("effective_day"),
    summaryJa: text("summary_ja"),
    summaryEn: text("summary_en"),
    lateReasonJa: text("late_reason_ja"),
    lateReasonEn: text("late_reason_en"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.termsVersionId] }),
    index("terms_version_document").on(t.document, t.effectiveDay),
  ],
);
