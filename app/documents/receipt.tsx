import type { JSX } from "react";

import { formatDay, formatYen } from "../i18n/format.ts";
import { AmountBox } from "./amount-box.tsx";
import {
  assertRegistered,
  assertTaxesAddUp,
  type DocumentLocale,
  type ReceiptData,
} from "./data.ts";
import { Facts } from "./facts.tsx";
import type { Kit } from "./kit.ts";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { TaxSummary } from "./tax-summary.tsx";
import { documentWords } from "./words.ts";

/**
 * A receipt (領収書) for one payment. Amounts by tax rate are shown where the payment pays a whole invoice.
 * Throws RangeError where they do not add up or the registration number is none.
 */
export function receiptDocument(kit: Kit, data: ReceiptData, locale: DocumentLocale): JSX.Element {
  const words = documentWords[locale].receipt;
  const whole = data.taxes.length > 0;
  if (whole) assertTaxesAddUp(data.taxes, data.amount);
  assertRegistered(data.issuer);
  return (
    <Sheet
      {...data}
      kit={kit}
      locale={locale}
      title={words.title}
      fileTitle={words.fileTitle(data.receiptNumber)}
      facts={[
        { label: words.number, value: data.receiptNumber },
        { label: words.issued, value: formatDay(data.issuedDay) },
      ]}
    >
      <AmountBox
        kit={kit}
        lead={words.lead}
        label={words.amount}
        amount={formatYen(data.amount)}
        aside={words.paid}
        day={formatDay(data.paidDay)}
      />
      <Facts
        kit={kit}
        facts={[
          { label: words.purpose, value: words.purposeOf(data.invoiceNumber) },
          { label: words.method, value: words.methods[data.method] },
        ]}
      />
      {whole && (
        <TaxSummary
          kit={kit}
          locale={locale}
          taxes={data.taxes}
          reducedRates={data.reducedRates}
          total={data.amount}
        />
      )}
      <Notes kit={kit} notes={whole ? words.notes : [words.partial, ...words.notes]} />
    </Sheet>
  );
}
