import { readMenuNames } from "#db/queries/document-names.ts";
import type { Handle } from "#db/client.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { termsOfService } from "#machines/terms-version/affected.ts";
import { documentName } from "#machines/terms-version/document-name.ts";

/** A document that has versions: the terms of service (約款) or a menu's specification (仕様書). */
export interface TermsDocument {
  document: string;
  name: Bilingual;
}

/** Every document, the terms of service first. */
export async function readDocuments(tx: Handle): Promise<TermsDocument[]> {
  const menus = await readMenuNames(tx);
  return [termsOfService, ...Object.keys(menus)].map((document) => ({
    document,
    name: documentName(document, menus[document]),
  }));
}
