import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { ReachedDelivery } from "#app/usecases/notices/reached.ts";

/** Which contracts have been reached with what, and how far each mail of them got. */
export function ReachedTable({ reached }: { reached: readonly ReachedDelivery[] }) {
  const t = useMessages().restrictions.reached;
  const { states: words } = useMessages().notices.deliveries;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t.title}</h2>
      <DataTable
        caption={t.title}
        captionHidden
        empty={t.none}
        rows={reached}
        rowKey={({ customerId, number, type, at }) => `${customerId}${number}${type}${at}`}
        columns={[
          { key: "contract", header: t.contract, rowHeader: true, cell: ({ number }) => number },
          { key: "customer", header: t.customer, cell: ({ customerName }) => customerName },
          { key: "type", header: t.type, cell: ({ type }) => t.types[type] ?? type },
          {
            key: "at",
            header: t.at,
            cell: ({ at }) => <span className="figures">{formatInstant(at)}</span>,
          },
          {
            key: "mail",
            header: t.mail,
            cell: ({ states }) =>
              states.length === 0 ? "–" : states.map((state) => words[state] ?? state).join(", "),
          },
        ]}
      />
    </section>
  );
}
