import type { JSX } from "react";

import { formatDay, formatYen } from "../i18n/format.ts";
import { AmountBox } from "./amount-box.tsx";
import {
  assertAddsUp,
  assertRegistered,
  type CreditNoteData,
  type DocumentLocale,
} from "./data.ts";
import { Facts } from "./facts.tsx";
import type { Kit } from "./kit.ts";
import { LinesTable } from "./lines-table.tsx";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { TaxSummary } from "./tax-summary.tsx";
import { documentWords } from "./words.ts";

/**
 * A credit note (適格返還請求書): issuer with registration number, the day of the return and that of the supply, what
 * is given back, sum and tax by rate. Throws RangeError where its amounts do not add up or the registration number
 * is none.
 */
export function creditNoteDocument(
  kit: Kit,
  data: CreditNoteData,
  locale: DocumentLocale,
): JSX.Element {
  const words = documentWords[locale].creditNote;
  assertAddsUp(data);
  assertRegistered(data.issuer);
  return (
    <Sheet
      {...data}
      kit={kit}
      locale={locale}
      title={words.title}
      fileTitle={words.fileTitle(data.number)}
      facts={[
        { label: words.number, value: data.number },
        { label: words.contract, value: data.contractNumber },
        { label: words.issued, value: formatDay(data.issuedDay) },
      ]}
    >
      <AmountBox
        kit={kit}
        lead={words.leads[data.cause]}
        label={words.amount}
        amount={formatYen(data.total)}
        aside={words.returned}
        day={formatDay(data.issuedDay)}
      />
      <Facts
        kit={kit}
        facts={[
          { label: words.invoice, value: data.invoiceNumber },
          { label: words.invoiceDay, value: formatDay(data.invoiceDay) },
        ]}
      />
      <LinesTable kit={kit} locale={locale} lines={data.lines} />
      <TaxSummary
        kit={kit}
        locale={locale}
        taxes={data.taxes}
        reducedRates={data.lines.filter((line) => line.reduced).map((line) => line.ratePercent)}
        total={data.total}
      />
      <Notes kit={kit} notes={words.notes} />
    </Sheet>
  );
}
