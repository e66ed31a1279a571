import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import type { CreditCause } from "#machines/invoice/credit-account.ts";

/** A credit note (返還請求書) of an invoice. Amounts are yen, the day ISO. */
type Row = {
  creditNoteId: string;
  number: string;
  issueDay: string;
  cause: CreditCause;
  reason: string | null;
  net: number;
  tax: number;
  total: number;
};

/** The credit notes of an invoice; `folder` is where their files are. Staff see the reasons too. */
export function CreditNotes({
  notes,
  folder,
  showsReasons = false,
}: {
  notes: readonly Row[];
  folder: string;
  showsReasons?: boolean;
}) {
  const t = useMessages().invoice.creditNotes;
  if (notes.length === 0) return null;
  return (
    <section id="credits" className="flex flex-col gap-4">
      <h2>{t.title}</h2>
      <p className="measure">{t.lead}</p>
      <DataTable
        caption={t.title}
        captionHidden
        rows={notes}
        rowKey={({ creditNoteId }) => creditNoteId}
        columns={[
          {
            key: "number",
            header: t.number,
            rowHeader: true,
            cell: ({ number, creditNoteId }) => (
              <a
                href={`${folder}/credit-notes/${creditNoteId}`}
                className="inline-flex min-h-11 items-center"
              >
                {t.fileOf(number)}
              </a>
            ),
          },
          {
            key: "day",
            header: t.issueDay,
            cell: ({ issueDay }) => <span className="figures">{formatDay(issueDay)}</span>,
          },
          {
            key: "cause",
            header: t.cause,
            cell: ({ cause, reason }) =>
              showsReasons && reason ? `${t.causes[cause]} (${reason})` : t.causes[cause],
          },
          { key: "net", header: t.net, figures: true, cell: ({ net }) => <Money amount={net} /> },
          { key: "tax", header: t.tax, figures: true, cell: ({ tax }) => <Money amount={tax} /> },
          {
            key: "total",
            header: t.total,
            figures: true,
            cell: ({ total }) => <Money amount={total} />,
          },
        ]}
      />
    </section>
  );
}
