import { base, contract, type Samples } from "./base.ts";

/** Mails about an order, up to the start of its service. */
export const orderSamples = {
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
} satisfies Partial<Samples>;
