import { documents as en } from "../i18n/en/documents.ts";
import { documents as ja } from "../i18n/ja/documents.ts";
import type { DocumentLocale } from "./data.ts";

/** The words of the documents by language. */
export const documentWords: Record<DocumentLocale, typeof ja> = { ja, en };
