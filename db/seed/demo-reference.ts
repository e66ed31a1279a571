import type { Reference } from "#db/queries/load-reference.ts";
import { catalog } from "./catalog.ts";
import { specifications } from "./specifications.ts";
import { termsArticles } from "./terms/terms.ts";

/** From when the demo's catalog and terms hold: long before any demo contract. */
const firstDay = "2024-04-01";

/** The fictional operator of the demo with its catalog and its terms. */
export const demoReference: Reference = {
  operator: {
    nameJa: "青葉セキュリティ株式会社",
    nameEn: "Aoba Security Inc.",
    registrationNumber: "T1234567890123",
    postalCode: "100-0000",
    addressJa: "東京都千代田区架空町1丁目2番3号",
    addressEn: "1-2-3 Kaku-cho, Chiyoda-ku, Tokyo",
    phone: "03-0000-0000",
    supportEmail: "support@aoba-security.example",
    bankJa: "架空銀行 本店営業部 普通 1234567 アオバセキュリティ（カ",
    bankEn: "Kaku Bank, Head Office, ordinary account 1234567, Aoba Security Inc.",
  },
  menus: catalog.map((menu) => ({ ...menu, validFrom: firstDay })),
  terms: [
    { version: "1.0", effectiveDay: firstDay, articles: termsArticles },
    ...Object.entries(specifications).map(([menuCode, articles]) => {
      return { menuCode, version: "1.0", effectiveDay: firstDay, articles };
    }),
  ],
};
