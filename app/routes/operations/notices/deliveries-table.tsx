import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Delivery } from "#app/usecases/notices/read-deliveries.ts";

/** Who was told of something, and how far each mail got. */
export function DeliveriesTable({ deliveries }: { deliveries: readonly Delivery[] }) {
  const t = useMessages().notices.deliveries;
  const stateOf = ({ states }: Delivery) => states.map((name) => t.states[name] ?? name).join(", ");
  return (
    <section className="flex flex-col gap-3">
      <h2>{t.title}</h2>
      <DataTable
        caption={t.title}
        captionHidden
        empty={t.none}
        rows={deliveries}
        rowKey={({ customerId, template, at }) => `${customerId}${template}${at}`}
        columns={[
          {
            key: "customer",
            header: t.customer,
            rowHeader: true,
            cell: ({ customerName }) => customerName,
          },
          { key: "mail", header: t.mail, cell: ({ template }) => t.mails[template] ?? template },
          {
            key: "at",
            header: t.at,
            cell: ({ at }) => <span className="figures">{formatInstant(at)}</span>,
          },
          { key: "state", header: t.state, cell: (row) => stateOf(row) },
        ]}
      />
    </section>
  );
}
