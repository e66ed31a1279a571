import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "../data-table.tsx";
import { Money } from "../money.tsx";

/** What an invoice charges; amounts are integer yen. */
export type InvoiceLinesProps = {
  lines: readonly {
    menuCode: string;
    nameJa: string;
    nameEn: string;
    amount: number;
    ratePercent: number;
  }[];
  taxes: readonly { ratePercent: number; taxable: number; tax: number }[];
  subtotal: number;
  tax: number;
  total: number;
};

/**
 * The lines of an invoice and its sums: the tax stands once for each rate, as the law asks
 * (適格請求書), never by line.
 */
export function InvoiceLines({ lines, taxes, subtotal, tax, total }: InvoiceLinesProps) {
  const t = useMessages().invoice;
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-6">
      <DataTable
        caption={t.lines.caption}
        rows={lines.map((line, place) => ({ ...line, key: `${place}` }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "name",
            header: t.lines.name,
            rowHeader: true,
            cell: (line) => (locale === "ja" ? line.nameJa : line.nameEn),
          },
          {
            key: "rate",
            header: t.lines.rate,
            figures: true,
            cell: ({ ratePercent }) => t.taxes.rateOf(ratePercent),
          },
          {
            key: "amount",
            header: t.lines.amount,
            figures: true,
            cell: ({ amount }) => <Money amount={amount} />,
          },
        ]}
      />
      <DataTable
        caption={t.taxes.caption}
        rows={taxes}
        rowKey={({ ratePercent }) => String(ratePercent)}
        columns={[
          {
            key: "rate",
            header: t.taxes.rate,
            rowHeader: true,
            cell: ({ ratePercent }) => t.taxes.rateOf(ratePercent),
          },
          {
            key: "taxable",
            header: t.taxes.taxable,
            figures: true,
            cell: ({ taxable }) => <Money amount={taxable} />,
          },
          {
            key: "tax",
            header: t.taxes.tax,
            figures: true,
            cell: (rate) => <Money amount={rate.tax} />,
          },
        ]}
      />
      <dl className="ml-auto w-full max-w-sm">
        {[
          { term: t.taxes.subtotal, amount: subtotal },
          { term: t.taxes.taxTotal, amount: tax },
        ].map(({ term, amount }) => (
          <div key={term} className="flex justify-between gap-6 py-1">
            <dt>{term}</dt>
            <dd>
              <Money amount={amount} />
            </dd>
          </div>
        ))}
        <div className="border-ink text-std-20B-160 mt-1 flex items-baseline justify-between gap-6 border-t-2 pt-2">
          <dt>{t.taxes.total}</dt>
          <dd>
            <Money amount={total} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
