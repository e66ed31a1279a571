import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { PlannedData } from "#app/usecases/contracts/erasure/erasure-plan.ts";

/** What becomes of each kind of data that the portal holds, until when and why (消去の計画, A18.1). */
export function ErasurePlan({ plan }: { plan: readonly PlannedData[] }) {
  const words = useMessages().erasure.plan;
  return (
    <section className="flex flex-col gap-4">
      <h2>{words.title}</h2>
      <DataTable
        caption={words.title}
        captionHidden
        empty=""
        rows={[...plan]}
        rowKey={({ kind }) => kind}
        columns={[
          {
            ...{ key: "data", header: words.columns.data, rowHeader: true },
            cell: ({ kind }) => words.kinds[kind] ?? kind,
          },
          {
            ...{ key: "treatment", header: words.columns.treatment },
            cell: ({ treatment }) => words.treatments[treatment] ?? treatment,
          },
          {
            ...{ key: "until", header: words.columns.until },
            cell: ({ until }) => <span className="figures">{until ? formatDay(until) : ""}</span>,
          },
          {
            ...{ key: "reason", header: words.columns.reason },
            cell: ({ reason }) => (reason ? (words.reasons[reason] ?? reason) : ""),
          },
        ]}
      />
    </section>
  );
}
