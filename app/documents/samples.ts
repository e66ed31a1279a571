import type {
  CreditNoteData,
  ErasureCertificateData,
  InvoiceData,
  Issuer,
  QuoteData,
  ReceiptData,
  ReturnSlipData,
  WipeCertificateData,
  Recipient,
} from "./data.ts";

const issuer: Issuer = {
  nameJa: "青葉セキュリティ株式会社",
  nameEn: "Aoba Security Inc.",
  registrationNumber: "T1234567890123",
  postalCode: "100-0000",
  addressJa: "東京都千代田区架空町一丁目2番3号 青葉ビルディング8階",
  addressEn: "8F Aoba Building, 1-2-3 Kakucho, Chiyoda-ku, Tokyo",
  phone: "03-0000-0000",
  email: "billing@aoba-security.example",
};

const recipient: Recipient = {
  companyName: "みなと商事株式会社",
  departmentName: "情報システム部",
  personName: "山田 太郎",
  postalCode: "220-0000",
  address: "神奈川県横浜市西区架空みらい四丁目5番6号 みなとセンタービルディング21階",
};

const year = { from: "2025-04-01", to: "2026-03-31" };

const lines: InvoiceData["lines"] = [
  {
    nameJa: "NDR監視 基本メニュー（年額）",
    nameEn: "Managed NDR Basic Menu (one year)",
    quantity: 1,
    unitPrice: 3_960_000,
    amount: 3_960_000,
    ratePercent: 10,
    reduced: false,
    supply: year,
  },
  {
    nameJa: "モニタリングVPN接続オプション（年額、横浜本社・川崎物流センターの2拠点）",
    nameEn: "Monitoring VPN Connection Option (one year, two sites)",
    quantity: 2,
    unitPrice: 396_000,
    amount: 792_000,
    ratePercent: 10,
    reduced: false,
    supply: year,
  },
  {
    nameJa: "インシデント対応訓練（会場での軽食）",
    nameEn: "Incident Response Drill (refreshments)",
    quantity: 12,
    unitPrice: 1_205,
    amount: 14_460,
    ratePercent: 8,
    reduced: true,
    supply: { from: "2025-04-18", to: "2025-04-18" },
  },
];

const taxes = [
  { ratePercent: 10, taxable: 4_752_000, tax: 475_200 },
  { ratePercent: 8, taxable: 14_460, tax: 1_156 },
];

const total = 5_242_816;

/** An invoice with two tax rates, for tests and previews. */
export const sampleInvoice: InvoiceData = {
  issuer,
  recipient,
  invoiceNumber: "K00042-0007",
  contractNumber: "C-2025-00042",
  issuedDay: "2025-04-30",
  dueDay: "2025-06-02",
  lines,
  taxes,
  total,
  bank: {
    ja: "架空銀行 みらい支店 普通 0001234 アオバセキュリティ（カ",
    en: "Ordinary account 0001234, Kaku Bank, Mirai branch",
  },
};

/** A quote over the same lines. */
export const sampleQuote: QuoteData = {
  issuer,
  recipient: { ...recipient, departmentName: null, personName: null },
  quoteNumber: "Q-2025-00101",
  issuedDay: "2025-03-03",
  validUntilDay: "2025-04-02",
  lines: lines.map((line) => ({ ...line, supply: null })),
  taxes,
  total,
};

/** A credit note for the second half of the year of one line. */
export const sampleCreditNote: CreditNoteData = {
  issuer,
  recipient,
  number: "R000042-0001",
  contractNumber: "C-2025-00042",
  issuedDay: "2025-10-01",
  invoiceNumber: "K00042-0007",
  invoiceDay: "2025-04-30",
  cause: "unearned",
  lines: [
    {
      ...{ nameJa: "契約終了後の期間の料金", nameEn: "Fees for the days after the end" },
      ...{ quantity: 1, unitPrice: 1_974_576, amount: 1_974_576, ratePercent: 10 },
      ...{ reduced: false, supply: year },
    },
  ],
  taxes: [{ ratePercent: 10, taxable: 1_974_576, tax: 197_457 }],
  total: 2_172_033,
};

/** A receipt for the whole of the invoice. */
export const sampleReceipt: ReceiptData = {
  issuer,
  recipient,
  receiptNumber: "R-2025-00042",
  invoiceNumber: "K00042-0007",
  issuedDay: "2025-05-30",
  paidDay: "2025-05-30",
  amount: total,
  method: "bankTransfer",
  taxes,
  reducedRates: [8],
};

export const sampleErasureCertificate: ErasureCertificateData = {
  issuer,
  recipient,
  contractNumber: "C-2025-00042",
  endDay: "2026-03-31",
  erasedDay: "2026-05-20",
  stores: [
    { store: "detections", outcome: "erased" },
    { store: "captures", outcome: "nothingKept" },
    { store: "backups", outcome: "erased" },
  ],
  plan: [
    { kind: "deviceSites", treatment: "erased", reason: null, until: null },
    { kind: "books", treatment: "pseudonymous", reason: "books", until: "2037-03-31" },
  ],
};

const device = { contractNumber: "C-2025-00042", serialNumber: "VPN-240001" };

export const sampleReturnSlip: ReturnSlipData = {
  ...{ issuer, recipient, issuedDay: "2026-04-01", ...device },
  ...{ endDay: "2026-03-31", dueDay: "2026-04-30" },
  to: {
    ...{ name: "青葉セキュリティ株式会社", postalCode: "100-0001" },
    ...{ address: "東京都千代田区千代田1-1", phone: "03-0000-0000" },
  },
  from: {
    ...{ name: "みなと商事株式会社", postalCode: "105-0011" },
    ...{ address: "東京都港区芝公園4-2-8", phone: "03-1234-5678" },
  },
};

export const sampleWipeCertificate: WipeCertificateData = {
  ...{ issuer, recipient, ...device },
  ...{ backDay: "2026-04-20", checkedDay: "2026-04-22", checkedBy: "運用 花子" },
};
