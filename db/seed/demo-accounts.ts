/** Everybody in the demo signs in with this. */
export const demoPassword = "demo-portal-2026";

/** The operator's people of the demo. */
export const demoStaff = [
  { email: "operations@demo.example", name: "運用 担当", role: "operations" },
  { email: "finance@demo.example", name: "経理 担当", role: "finance" },
  { email: "admin@demo.example", name: "管理 担当", role: "admin" },
] as const;

/** The customers of the demo, each with the person who signs for it. */
export const demoCustomers = {
  running: {
    companyName: "みなと精機株式会社",
    name: "港 一郎",
    email: "minato@demo.example",
    story: { ja: "利用中・更新のお知らせ時期", en: "running, renewal is near" },
  },
  overdue: {
    companyName: "さくら物流株式会社",
    name: "桜井 花子",
    email: "sakura@demo.example",
    story: { ja: "利用中・支払期限を超過", en: "running, invoice overdue" },
  },
  waiting: {
    companyName: "ひかり会計株式会社",
    name: "光田 次郎",
    email: "hikari@demo.example",
    story: { ja: "お申し込みの審査待ち", en: "order waiting for review" },
  },
} as const;
