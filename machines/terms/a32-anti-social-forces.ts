import type { Bilingual, Clause } from "./articles.ts";

/** The breach of the declaration on anti-social forces (反社会的勢力の排除), as staff choose it. */
export const antiSocialBreach = {
  A32: {
    ja: "反社会的勢力に関する表明への違反",
    en: "Breach of the declaration on anti-social forces",
  },
} as const satisfies Partial<Record<Clause, Bilingual>>;

export type AntiSocialBreach = keyof typeof antiSocialBreach;

/** The clause by which all contracts may be terminated without a demand; it makes no debt fall due. */
export const antiSocialTermination = "A32.3" satisfies Clause;
