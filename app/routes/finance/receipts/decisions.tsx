import { Link } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Money } from "#app/ui/money.tsx";
import type { readReceipt } from "#app/usecases/finance/bank/read-receipts.ts";
import { Reasons } from "./reasons.tsx";

type Read = Awaited<ReturnType<typeof readReceipt>>;

/** To whom a receipt was applied: the parts for invoices and what became credit. */
export function MatchSummary({ match }: { match: NonNullable<Read["match"]> }) {
  const t = useMessages().receipts;
  const words = t.receipt;
  const { customerId, customerName, parts, credit } = match;
  return (
    <section className="flex flex-col gap-4">
      <h2>{words.matched}</h2>
      <DescriptionList
        items={[
          { term: t.customer, description: customerName },
          ...parts.map(({ invoiceId, number, amount, fee }) => ({
            key: invoiceId,
            term: (
              <Link
                to={`/finance/invoices/${customerId}/${invoiceId}`}
                className="figures inline-flex min-h-11 items-center"
              >
                {number}
              </Link>
            ),
            description: (
              <>
                <Money amount={amount} />
                {fee > 0 ? (
                  <span className="text-support block">
                    {words.fee}: <Money amount={fee} />
                  </span>
                ) : null}
              </>
            ),
          })),
          ...(credit > 0
            ? [
                {
                  key: "credit",
                  term: words.credit,
                  description: (
                    <>
                      <Money amount={credit} />
                      <span className="text-support block">{words.creditNote}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

/** What was decided about a receipt, one decision after the other. */
export function DecisionHistory({ decisions }: { decisions: Read["decisions"] }) {
  const t = useMessages().receipts;
  const words = t.receipt;
  if (decisions.length === 0) return null;
  return (
    <section className="flex flex-col gap-4">
      <h2>{words.history}</h2>
      <DataTable
        caption={words.history}
        captionHidden
        rows={decisions}
        rowKey={({ seq }) => String(seq)}
        columns={[
          {
            key: "kind",
            header: t.caption,
            rowHeader: true,
            cell: ({ kind, isAutomatic }) =>
              `${words.kinds[kind] ?? kind} (${isAutomatic ? words.automatic : words.byPerson})`,
          },
          {
            key: "why",
            header: t.reason,
            cell: ({ note, reasons, confidence, payoutId }) => (
              <>
                {payoutId ? <p className="break-all">{t.payoutOf(payoutId)}</p> : null}
                {note ? <p className="whitespace-pre-line">{note}</p> : null}
                <Reasons reasons={reasons} confidence={confidence} />
              </>
            ),
          },
          {
            key: "at",
            header: words.at,
            cell: ({ at }) => (
              <time dateTime={at} className="figures">
                {formatInstant(at)}
              </time>
            ),
          },
        ]}
      />
    </section>
  );
}
