import type { JSX } from "react";

import { formatDay, formatYen } from "../i18n/format.ts";
import { AmountBox } from "./amount-box.tsx";
import { assertAddsUp, assertRegistered, type DocumentLocale, type InvoiceData } from "./data.ts";
import type { Kit } from "./kit.ts";
import { LinesTable } from "./lines-table.tsx";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { style } from "./style.ts";
import { TaxSummary } from "./tax-summary.tsx";
import { documentWords } from "./words.ts";

/**
 * A qualified invoice (適格請求書, A12.2): issuer with registration number, date of supply, lines with
 * the mark of the reduced rate, sum and tax by rate, recipient, due day and bank account.
 * Throws RangeError where its amounts do not add up or the registration number is none.
 */
export function invoiceDocument(kit: Kit, data: InvoiceData, locale: DocumentLocale): JSX.Element {
  const { Text } = kit;
  const words = documentWords[locale].invoice;
  assertAddsUp(data);
  assertRegistered(data.issuer);
  return (
    <Sheet
      {...data}
      kit={kit}
      locale={locale}
      title={words.title}
      fileTitle={words.fileTitle(data.invoiceNumber)}
      facts={[
        { label: words.number, value: data.invoiceNumber },
        { label: words.contract, value: data.contractNumber },
        { label: words.issued, value: formatDay(data.issuedDay) },
      ]}
    >
      <AmountBox
        kit={kit}
        lead={words.lead}
        label={words.amount}
        amount={formatYen(data.total)}
        aside={words.due}
        day={formatDay(data.dueDay)}
      />
      <LinesTable kit={kit} locale={locale} lines={data.lines} />
      <TaxSummary
        kit={kit}
        locale={locale}
        taxes={data.taxes}
        reducedRates={data.lines.filter((line) => line.reduced).map((line) => line.ratePercent)}
        total={data.total}
      >
        <Text style={style.blockTitle}>{words.bank}</Text>
        <Text>{data.bank[locale]}</Text>
      </TaxSummary>
      <Notes kit={kit} notes={words.notes(data.invoiceNumber)} />
    </Sheet>
  );
}
