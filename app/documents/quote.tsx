import type { JSX } from "react";

import { formatDay, formatYen } from "../i18n/format.ts";
import { AmountBox } from "./amount-box.tsx";
import { assertAddsUp, type DocumentLocale, type QuoteData } from "./data.ts";
import type { Kit } from "./kit.ts";
import { LinesTable } from "./lines-table.tsx";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { TaxSummary } from "./tax-summary.tsx";
import { documentWords } from "./words.ts";

/**
 * A quote (見積書): the details of the fees of A12.1 and until when they are offered.
 * Throws RangeError where its amounts do not add up.
 */
export function quoteDocument(kit: Kit, data: QuoteData, locale: DocumentLocale): JSX.Element {
  const words = documentWords[locale].quote;
  assertAddsUp(data);
  return (
    <Sheet
      {...data}
      kit={kit}
      locale={locale}
      title={words.title}
      fileTitle={words.fileTitle(data.quoteNumber)}
      facts={[
        { label: words.number, value: data.quoteNumber },
        { label: words.issued, value: formatDay(data.issuedDay) },
      ]}
    >
      <AmountBox
        kit={kit}
        lead={words.lead}
        label={words.amount}
        amount={formatYen(data.total)}
        aside={words.validUntil}
        day={formatDay(data.validUntilDay)}
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
