import type { MailBase } from "./mail.ts";
import type { MailProps, MailTemplate } from "./registry.ts";

const base: MailBase = {
  operator: {
    nameJa: "青葉セキュリティ株式会社",
    nameEn: "Aoba Security Inc.",
    supportEmail: "support@aoba-security.example",
  },
  recipientName: "山田 太郎",
  companyName: "みなと商事株式会社",
  url: "https://portal.aoba-security.example/next?id=0190&from=mail",
};
const contract = { ...base, contractNumber: "C-2025-00042" };
const maintenance = {
  ...base,
  titleJa: "監視基盤の定期メンテナンス",
  titleEn: "Regular maintenance of the monitoring platform",
  textJa: "検知の記録は続きます。",
  textEn: "Detections are still recorded.",
  startsAt: "2026-01-17T14:00:00.000Z",
  endsAt: "2026-01-17T20:00:00.000Z",
  menus: [{ nameJa: "NDR監視 基本メニュー", nameEn: "Managed NDR Basic Menu" }],
  contractNumbers: ["C000042-01"],
};
const invoice = { ...base, invoiceNumber: "K00042-0007" };

/** One example of every mail, with the dates of a contract from 2025-04-01; for tests and previews. */
export const samples: { [T in MailTemplate]: MailProps<T> } = {
  "verify-email": { ...base, companyName: null, email: "taro@minato.example", validHours: 24 },
  "account-exists": { ...base, companyName: null, email: "taro@minato.example" },
  "password-reset": { ...base, validMinutes: 30 },
  "new-sign-in": {
    ...base,
    signedInAt: "2025-06-30T15:05:00Z",
    ipAddress: "203.0.113.7",
    device: "Firefox, Windows",
  },
  "order-received": {
    ...base,
    orderNumber: "O-2025-00077",
    receivedAt: "2025-03-03T14:59:59Z",
    menus: [
      { nameJa: "NDR監視 基本メニュー", nameEn: "Managed NDR Basic Menu" },
      { nameJa: "モニタリングVPN接続オプション", nameEn: "Monitoring VPN Connection Option" },
    ],
    wishedStartDay: "2025-04-01",
    termsVersion: "2025-01-01",
  },
  "order-accepted": {
    ...contract,
    orderNumber: "O-2025-00077",
    acceptedDay: "2025-03-10",
    wishedStartDay: "2025-04-01",
  },
  "order-rejected": {
    ...base,
    orderNumber: "O-2025-00077",
    rejectedDay: "2025-03-10",
    item: 8,
    explanation: "保守サービスの契約番号を確認できませんでした。",
  },
  "order-withdrawn": { ...base, orderNumber: "O-2025-00077", withdrawnDay: "2025-03-05" },
  "start-date-proposed": {
    ...contract,
    wishedStartDay: "2025-04-01",
    proposedStartDay: "2025-04-15",
    reason: "接続機器の納入に時間を要するため",
  },
  "start-date-fixed": { ...contract, startDay: "2025-04-01", endDay: "2026-03-31" },
  quote: {
    ...base,
    quoteNumber: "Q-2025-00101",
    lines: [
      {
        nameJa: "NDR監視 基本メニュー",
        nameEn: "Managed NDR Basic Menu",
        amount: 3_960_000,
      },
      {
        nameJa: "モニタリングVPN接続オプション",
        nameEn: "Monitoring VPN Connection Option",
        amount: 396_000,
      },
    ],
    net: 4_356_000,
    tax: 435_600,
    total: 4_791_600,
    validUntilDay: "2025-04-02",
  },
  "service-started": {
    ...contract,
    startDay: "2025-04-01",
    endDay: "2026-03-31",
    noticeDay: "2026-01-31",
  },
  "invoice-issued": {
    ...invoice,
    contractNumber: "C-2025-00042",
    issuedDay: "2025-04-30",
    dueDay: "2025-06-02",
    total: 4_791_600,
    tax: 435_600,
    collection: "byCustomer",
  },
  receipt: {
    ...invoice,
    receiptNumber: "R-2025-00042",
    paidDay: "2025-05-30",
    amount: 4_000_000,
    remaining: 791_600,
    method: "bankTransfer",
  },
  "payment-failed": {
    ...invoice,
    amount: 4_791_600,
    failedDay: "2025-06-02",
    dueDay: "2025-06-02",
    failure: "expiredCard",
  },
  "payment-action-needed": {
    ...invoice,
    amount: 4_791_600,
    dueDay: "2025-06-02",
    expiresDay: "2025-06-09",
  },
  "payment-reminder": {
    ...invoice,
    stage: "second",
    dueDay: "2025-06-02",
    principal: 4_791_600,
    damages: 13_416,
    asOfDay: "2025-06-09",
  },
  "renewal-reminder": {
    ...contract,
    endDay: "2026-03-31",
    noticeDay: "2026-01-31",
    daysLeft: 14,
    nextStartDay: "2026-04-01",
    nextEndDay: "2027-03-31",
    nextFee: 4_791_600,
  },
  renewed: {
    ...contract,
    startDay: "2026-04-01",
    endDay: "2027-03-31",
    fee: 4_791_600,
    invoiceByDay: "2026-04-30",
    nextNoticeDay: "2027-01-31",
  },
  "cancellation-received": {
    ...contract,
    clause: "A17.1",
    receivedAt: "2026-02-28T03:00:00Z",
    endDay: "2026-04-30",
    owed: 4_791_600,
    owedDueDay: "2026-05-31",
  },
  "contract-ended": {
    ...contract,
    endDay: "2026-04-30",
    cause: "cancelledByCustomer",
    deviceReturnDay: "2026-05-30",
    owed: 4_791_600,
    owedDueDay: "2026-05-31",
    credited: 0,
  },
  "maintenance-planned": maintenance,
  "maintenance-changed": {
    ...maintenance,
    before: { startsAt: "2026-01-10T14:00:00.000Z", endsAt: "2026-01-10T20:00:00.000Z" },
  },
  "maintenance-cancelled": {
    ...maintenance,
    reasonJa: "作業の準備が整わないため",
    reasonEn: "The preparations could not be completed",
  },
};
