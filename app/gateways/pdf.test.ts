import { describe, expect, test } from "vitest";

import { readPdf } from "#test/helpers/pdf-text.ts";
import {
  sampleCreditNote,
  sampleErasureCertificate,
  sampleInvoice,
  sampleQuote,
  sampleReceipt,
  sampleReturnSlip,
  sampleWipeCertificate,
} from "../documents/samples.ts";
import {
  renderCreditNotePdf,
  renderErasureCertificatePdf,
  renderInvoicePdf,
  renderQuotePdf,
  renderReceiptPdf,
  renderReturnSlipPdf,
  renderWipeCertificatePdf,
} from "./pdf.tsx";

const documents = {
  quote: (locale: "ja" | "en") => renderQuotePdf(sampleQuote, locale),
  invoice: (locale: "ja" | "en") => renderInvoicePdf(sampleInvoice, locale),
  receipt: (locale: "ja" | "en") => renderReceiptPdf(sampleReceipt, locale),
  creditNote: (locale: "ja" | "en") => renderCreditNotePdf(sampleCreditNote, locale),
  erasure: (locale: "ja" | "en") => renderErasureCertificatePdf(sampleErasureCertificate, locale),
  returnSlip: (locale: "ja" | "en") => renderReturnSlipPdf(sampleReturnSlip, locale),
  wipe: (locale: "ja" | "en") => renderWipeCertificatePdf(sampleWipeCertificate, locale),
};

const expected = {
  creditNote: {
    ja: ["返還請求書", "R000042-0001", "K00042-0007", "2025/04/30", "¥197,457", "T1234567890123"],
    en: ["Credit note", "R000042-0001", "K00042-0007", "2025/04/30", "¥197,457", "T1234567890123"],
  },
  erasure: {
    ja: [
      "データ消去証明書",
      "C-2025-00042",
      "2026/03/31",
      "2026/05/20",
      "第18条第1項",
      "2037/03/31",
    ],
    en: [
      "Certificate of erasure",
      "C-2025-00042",
      "2026/03/31",
      "2026/05/20",
      "article 18.1",
      "2037/03/31",
    ],
  },
  returnSlip: {
    ja: ["返却のご案内", "VPN-240001", "2026/04/30", "〒105-0011", "東京都千代田区", "第8条第1項"],
    en: ["Return instructions", "VPN-240001", "2026/04/30", "〒105-0011", "Article 8.1"],
  },
  wipe: {
    ja: ["機器データ消去証明書", "VPN-240001", "2026/04/20", "2026/04/22", "運用 花子"],
    en: ["Certificate of device erasure", "VPN-240001", "2026/04/22", "Article 18.1"],
  },
  quote: {
    ja: [
      "御見積書",
      "みなと商事株式会社 御中",
      "Q-2025-00101",
      "2025/04/02",
      "¥5,242,816",
      "第12条第1項",
    ],
    en: ["Quote", "Aoba Security Inc.", "Q-2025-00101", "2025/04/02", "¥5,242,816", "Article 12.1"],
  },
  invoice: {
    ja: [
      "請求書",
      "青葉セキュリティ株式会社",
      "登録番号 T1234567890123",
      "みなと商事株式会社",
      "山田 太郎 様",
      "K00042-0007",
      "C-2025-00042",
      "2025/04/30",
      "2025/06/02",
      "2025/04/01〜",
      "NDR監視 基本メニュー（年額）",
      "食） ※",
      "※印は軽減税率の対象です。",
      "10%対象",
      "¥4,752,000",
      "¥475,200",
      "8%対象（軽減税率）",
      "¥14,460",
      "¥1,156",
      "¥5,242,816",
      "普通 0001234",
      "1 / 1",
    ],
    en: [
      "Invoice",
      "Registration no. T1234567890123",
      "At 8% (reduced)",
      "¥1,156",
      "Ordinary account 0001234",
      "2025/06/02",
      "Managed NDR Basic Menu (one year)",
    ],
  },
  receipt: {
    ja: [
      "領収書",
      "R-2025-00042",
      "¥5,242,816",
      "銀行振込",
      "請求書 K00042-0007",
      "収入印紙は不要",
    ],
    en: ["Receipt", "R-2025-00042", "¥5,242,816", "Bank transfer", "K00042-0007", "revenue stamp"],
  },
};

const names = ["quote", "invoice", "receipt", "erasure", "returnSlip", "wipe"] as const;
const cases = names.flatMap((name) => [
  { name, locale: "ja" as const },
  { name, locale: "en" as const },
]);

describe.each(cases)("$name in $locale", ({ name, locale }) => {
  test("states what it must, in fonts that are inside the file", async () => {
    const file = await documents[name](locale);
    const { pages, text, fonts } = readPdf(file);
    expect(pages).toBe(1);
    for (const words of expected[name][locale]) expect(text).toContain(words);
    expect(text).not.toContain("\ufffd");
    expect(fonts.map((font) => font.name.slice(7)).toSorted()).toEqual([
      "NotoSansJP-Bold",
      "NotoSansJP-Regular",
    ]);
    for (const font of fonts) {
      expect(font.name).toMatch(/^[A-Z]{6}\+/);
      expect(font.embedded).toBe(true);
    }
    // The whole font has 5 MB: more than this would mean that it is not a subset.
    expect(file.byteLength).toBeLessThan(100_000);
  });
});

test("the same data give the same bytes", async () => {
  expect(await renderInvoicePdf(sampleInvoice)).toEqual(
    await renderInvoicePdf(sampleInvoice, "ja"),
  );
});

test("a long invoice goes on over pages, with table head and page number on each", async () => {
  const line = sampleInvoice.lines[0];
  if (!line) throw new Error("The sample has lines");
  const lines = Array.from({ length: 40 }, (_, index) => ({ ...line, nameJa: `品目${index + 1}` }));
  const taxable = 40 * line.amount;
  const tax = taxable / 10;
  const file = await renderInvoicePdf({
    ...sampleInvoice,
    lines,
    taxes: [{ ratePercent: 10, taxable, tax }],
    total: taxable + tax,
  });
  const { pages, text } = readPdf(file);
  expect(pages).toBeGreaterThan(2);
  expect(text.split("\n").filter((run) => run === "供給日・期間")).toHaveLength(pages);
  expect(text).toContain(`${pages} / ${pages}`);
  for (const { nameJa } of lines) expect(text.split("\n")).toContain(nameJa);
});

test("Japanese breaks without hyphens and never before a full stop", async () => {
  const nameJa = "監視対象の拠点が多いお客様のための、長い名前を持つ追加の品目です。".repeat(3);
  const lines = sampleInvoice.lines.map((line) => ({ ...line, nameJa }));
  const { text } = readPdf(await renderInvoicePdf({ ...sampleInvoice, lines }));
  const runs = text.split("\n");
  expect(runs.filter((run) => run.includes("監視対象")).length).toBeGreaterThanOrEqual(3);
  for (const run of runs) expect(run).not.toMatch(/^[。、]|[ぁ-んァ-ヶ一-龠]-$/);
});

test("delay damages stand outside the tax", async () => {
  const damages = {
    nameJa: "遅延損害金",
    nameEn: "Delay damages",
    quantity: 1,
    unitPrice: 13_416,
    amount: 13_416,
    ratePercent: 0,
    reduced: false,
    supply: null,
  };
  const file = await renderInvoicePdf({
    ...sampleInvoice,
    lines: [damages],
    taxes: [{ ratePercent: 0, taxable: 13_416, tax: 0 }],
    total: 13_416,
  });
  const { text } = readPdf(file);
  expect(text).toContain("対象外");
  expect(text).toContain("消費税の対象外");
  expect(text).not.toContain("¥0");
});

test("a part payment gives a receipt that refers to the invoice for the rates", async () => {
  const { text } = readPdf(
    await renderReceiptPdf({ ...sampleReceipt, amount: 1_000_000, taxes: [], reducedRates: [] }),
  );
  expect(text).toContain("¥1,000,000");
  expect(text).toContain("一部のお支払い");
  expect(text).not.toContain("税率ごとの内訳\n税抜金額");
});

test.each([
  ["a total that is a yen off", { total: sampleInvoice.total + 1 }],
  ["a line left out", { lines: sampleInvoice.lines.slice(1) }],
  ["a rate without its sum", { taxes: sampleInvoice.taxes.slice(1) }],
  [
    "a malformed registration number",
    { issuer: { ...sampleInvoice.issuer, registrationNumber: "T123" } },
  ],
])("refuses an invoice with %s", async (_, change) => {
  await expect(renderInvoicePdf({ ...sampleInvoice, ...change })).rejects.toThrow(RangeError);
});

test("refuses a receipt whose rates do not give its amount", async () => {
  await expect(renderReceiptPdf({ ...sampleReceipt, amount: 1 })).rejects.toThrow(RangeError);
});
