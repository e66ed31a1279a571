import type { TermsArticle } from "#db/schema/terms.ts";
import { articles1To6 } from "./articles-01-06.ts";
import { articles7To13 } from "./articles-07-13.ts";
import { articles14To15 } from "./articles-14-15.ts";
import { articles16To20 } from "./articles-16-20.ts";
import { articles21To27 } from "./articles-21-27.ts";
import { articles28To35 } from "./articles-28-35.ts";

/** The 35 articles of the demo terms in order; every clause reference of the portal points into them. */
export const termsArticles: readonly TermsArticle[] = [
  ...articles1To6,
  ...articles7To13,
  ...articles14To15,
  ...articles16To20,
  ...articles21To27,
  ...articles28To35,
];
