import type { MailBase } from "../mail.ts";
import type { MailProps, MailTemplate } from "../registry.ts";

/** Props of every mail, by template. */
export type Samples = { [T in MailTemplate]: MailProps<T> };

/** What every mail says of its sender, its reader and the way into the portal. */
export const base: MailBase = {
  operator: {
    nameJa: "青葉セキュリティ株式会社",
    nameEn: "Aoba Security Inc.",
    supportEmail: "support@aoba-security.example",
  },
  recipientName: "山田 太郎",
  companyName: "みなと商事株式会社",
  url: "https://portal.aoba-security.example/next?id=0190&from=mail",
};

/** The same of a mail about a contract. */
export const contract = { ...base, contractNumber: "C-2025-00042" };

/** The option that mails about an option are about. */
export const option = {
  option: { nameJa: "ログ長期保管オプション", nameEn: "Long-Term Log Storage Option" },
};
