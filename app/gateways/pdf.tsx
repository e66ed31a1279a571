import { createRequire } from "node:module";
import { Document, Font, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";

import { acceptanceDocument } from "../documents/acceptance.tsx";
import { consentDecisionDocument } from "../documents/consent-decision.tsx";
import type {
  AcceptanceData,
  ConsentDecisionData,
  CreditNoteData,
  DocumentLocale,
  ErasureCertificateData,
  InvoiceData,
  QuoteData,
  ReceiptData,
  ReturnSlipData,
  WipeCertificateData,
} from "../documents/data.ts";
import { creditNoteDocument } from "../documents/credit-note.tsx";
import { erasureCertificateDocument } from "../documents/erasure-certificate.tsx";
import { invoiceDocument } from "../documents/invoice.tsx";
import type { Kit } from "../documents/kit.ts";
import { unhyphenated } from "../documents/line-breaks.ts";
import { quoteDocument } from "../documents/quote.tsx";
import { receiptDocument } from "../documents/receipt.tsx";
import { returnSlipDocument } from "../documents/return-slip.tsx";
import { wipeCertificateDocument } from "../documents/wipe-certificate.tsx";
import { FONT_FAMILY } from "../documents/style.ts";

const { resolve } = createRequire(import.meta.url);

// The renderer never finishes with the WOFF files of other packages; these are TTF.
Font.register({
  family: FONT_FAMILY,
  fonts: [
    {
      src: resolve("@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf"),
      fontWeight: 400,
    },
    {
      src: resolve("@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf"),
      fontWeight: 700,
    },
  ],
});
Font.registerHyphenationCallback(unhyphenated);

const kit: Kit = {
  Document: (props) => <Document {...props} />,
  Page: (props) => <Page {...props} />,
  View: (props) => <View {...props} />,
  Text: (props) => <Text {...props} />,
};

/** The quote (見積書) as a PDF file. Throws RangeError for amounts that do not add up. */
export async function renderQuotePdf(
  data: QuoteData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(quoteDocument(kit, data, locale));
}

/**
 * The qualified invoice (適格請求書) as a PDF file.
 * Throws RangeError for amounts that do not add up and for a malformed registration number.
 */
export async function renderInvoicePdf(
  data: InvoiceData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(invoiceDocument(kit, data, locale));
}

/** The receipt (領収書) of one payment as a PDF file; throws RangeError like the invoice. */
export async function renderReceiptPdf(
  data: ReceiptData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(receiptDocument(kit, data, locale));
}

/** A credit note (適格返還請求書) as a PDF file; throws RangeError like the invoice. */
export async function renderCreditNotePdf(
  data: CreditNoteData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(creditNoteDocument(kit, data, locale));
}

/** The certificate of erasure (消去の証明書) as a PDF file. */
export async function renderErasureCertificatePdf(
  data: ErasureCertificateData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(erasureCertificateDocument(kit, data, locale));
}

/** How a lent device goes back, with its address label (返却案内・宛名ラベル), as a PDF file. */
export async function renderReturnSlipPdf(
  data: ReturnSlipData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(returnSlipDocument(kit, data, locale));
}

/** That a device that came back was wiped (データ消去証明書), as a PDF file. */
export async function renderWipeCertificatePdf(
  data: WipeCertificateData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(wipeCertificateDocument(kit, data, locale));
}

/** The customer's acceptance of work (検収書) as a PDF file. */
export async function renderAcceptancePdf(
  data: AcceptanceData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(acceptanceDocument(kit, data, locale));
}

/** The decision on a request for consent (承諾書・回答書) as a PDF file. */
export async function renderConsentDecisionPdf(
  data: ConsentDecisionData,
  locale: DocumentLocale = "ja",
): Promise<Uint8Array> {
  return renderToBuffer(consentDecisionDocument(kit, data, locale));
}
