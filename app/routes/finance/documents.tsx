import { Link, useSearchParams } from "react-router";
import { formatCount, formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { searchDocuments } from "#app/usecases/finance/documents/search-documents.ts";
import type { Route } from "./+types/documents.ts";
import { SearchForm } from "./documents/search-form.tsx";
import { CsvLink } from "./ledger/csv-link.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return answer(() => searchDocuments(principalOf(context), searchParams));
}

type Found = Route.ComponentProps["loaderData"]["documents"][number];

function Corrections({ corrections, kind, invoiceNumber }: Found) {
  const t = useMessages().documentSearch;
  if (kind === "creditNote") return t.corrects(invoiceNumber);
  if (corrections.length === 0) return <span className="text-support">{t.none}</span>;
  return (
    <ul>
      {corrections.map(({ number, issueDay, amount }) => (
        <li key={number} className="figures">
          {t.correction(number, formatDay(issueDay), formatYen(amount))}
        </li>
      ))}
    </ul>
  );
}

export default function Documents({ loaderData }: Route.ComponentProps) {
  const { typed, faults, documents, count, sum, page, pages } = loaderData;
  const t = useMessages().documentSearch;
  const [address] = useSearchParams();
  return (
    <>
      <PageHeader
        title={t.title}
        failed={faults !== null}
        lead={t.lead}
        actions={faults ? null : <CsvLink to={`/finance/documents.csv?${address}`} />}
      />
      <div className="flex flex-col gap-8">
        <SearchForm typed={typed} faults={faults} />
        {faults ? null : (
          <div>
            <p role="status" className="text-support figures mb-2">
              {t.found(formatCount(count), formatYen(sum))}
            </p>
            <DataTable
              caption={t.caption}
              captionHidden
              empty={t.empty}
              rows={documents}
              rowKey={({ documentId }) => documentId}
              columns={[
                {
                  key: "number",
                  header: t.number,
                  rowHeader: true,
                  cell: ({ customerId, invoiceId, number, kind }) => (
                    <>
                      <Link
                        to={`/finance/invoices/${customerId}/${invoiceId}`}
                        className="figures inline-flex min-h-11 items-center"
                      >
                        {number}
                      </Link>
                      <span className="text-support block">{t.kinds[kind]}</span>
                    </>
                  ),
                },
                {
                  key: "day",
                  header: t.day,
                  cell: ({ issueDay }) => <span className="figures">{formatDay(issueDay)}</span>,
                },
                { key: "partner", header: t.partner, cell: ({ customerName }) => customerName },
                {
                  key: "amount",
                  header: t.amount,
                  figures: true,
                  cell: ({ amount, kind }) => (
                    <Money amount={kind === "invoice" ? amount : -amount} />
                  ),
                },
                {
                  key: "corrections",
                  header: t.corrections,
                  cell: (row) => <Corrections {...row} />,
                },
                {
                  key: "file",
                  header: t.file,
                  cell: ({ kind, customerId, invoiceId, documentId, number }) => (
                    <Link
                      to={
                        kind === "invoice"
                          ? `/finance/invoices/${customerId}/${invoiceId}/invoice.pdf`
                          : `/finance/invoices/${customerId}/${invoiceId}/credit-notes/${documentId}`
                      }
                      reloadDocument
                      aria-label={t.fileOf(number)}
                      className="inline-flex min-h-11 items-center"
                    >
                      {t.file}
                    </Link>
                  ),
                },
              ]}
            />
            <Pagination page={page} pages={pages} />
          </div>
        )}
      </div>
    </>
  );
}
