import type { Bilingual, Clause } from "./articles.ts";

/** The acts that the terms forbid (禁止事項, A15.1), item by item, in the portal's own words. */
export const prohibitedActs = {
  "A15.1(1)": { ja: "サービス運営の妨害", en: "Hindering the operation of the service" },
  "A15.1(2)": { ja: "サービス上の情報の改ざん", en: "Falsifying information on the service" },
  "A15.1(3)": { ja: "有害なプログラムの送信", en: "Sending harmful programs" },
  "A15.1(4)": { ja: "他人または架空のIDの使用", en: "Using another's or an invented ID" },
  "A15.1(5)": { ja: "なりすましによる送信", en: "Sending in another's name" },
  "A15.1(6)": { ja: "知的財産権の侵害", en: "Infringing intellectual property" },
  "A15.1(7)": { ja: "誹謗中傷・信用の毀損", en: "Defamation, harm to reputation" },
  "A15.1(8)": { ja: "財産・プライバシーの侵害", en: "Harm to property or privacy" },
  "A15.1(9)": {
    ja: "提供物の無断複製・改変・解析",
    en: "Copying, changing or analysing what was provided, without leave",
  },
  "A15.1(10)": { ja: "不正アクセスとその試み", en: "Unauthorised access, or trying it" },
  "A15.1(11)": { ja: "他の利用者の情報収集", en: "Collecting information on other users" },
  "A15.1(12)": { ja: "公序良俗に反する公開", en: "Publishing what offends public morals" },
  "A15.1(13)": { ja: "兵器・軍事目的の利用", en: "Use for weapons or military purposes" },
  "A15.1(14)": {
    ja: "人命に関わる用途で安全措置なし",
    en: "Use on which lives depend, without safeguards",
  },
  "A15.1(15)": { ja: "その他の法令違反", en: "Other breach of law" },
  "A15.1(16)": { ja: "違反を生じさせ、助ける行為", en: "Causing or helping any of these" },
  "A15.1(17)": { ja: "その他の不適切な行為", en: "Other acts judged improper" },
} as const satisfies Partial<Record<Clause, Bilingual>>;

/** One item of A15.1. */
export type ProhibitedAct = keyof typeof prohibitedActs;

/** The clause by which any breach lets the operator suspend at once, without notice (利用停止). */
export const suspensionClause = "A15.2" satisfies Clause;
