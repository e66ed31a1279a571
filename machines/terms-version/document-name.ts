import type { Bilingual } from "../terms/articles.ts";
import { termsOfService } from "./affected.ts";

/**
 * What a document is called: the terms of service (約款), or the specification (仕様書) of a menu.
 *
 * @param menu the menu's name; null where the catalog has none of that code
 */
export function documentName(document: string, menu: Bilingual | null | undefined): Bilingual {
  if (document === termsOfService) return { ja: "約款", en: "terms of service" };
  const { ja, en } = menu ?? { ja: document, en: document };
  return { ja: `${ja}の仕様書`, en: `specification of the ${en}` };
}
