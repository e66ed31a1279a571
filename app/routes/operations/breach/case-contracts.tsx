import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { MachineStatus, StatusBadge } from "#app/ui/status-badge.tsx";
import type { BreachCaseView } from "#app/usecases/breaches/read-case.ts";

/** The customer's contracts: which the breach concerns, which this case suspends. */
export function CaseContracts({
  contracts,
  customerId,
}: Pick<BreachCaseView, "contracts"> & { customerId: string }) {
  const words = useMessages().breach.case;
  return (
    <section className="flex flex-col gap-3">
      <h2>{words.contracts}</h2>
      <DataTable
        caption={words.contracts}
        captionHidden
        rows={contracts}
        rowKey={({ contractId }) => contractId}
        columns={[
          {
            key: "number",
            header: words.contracts,
            rowHeader: true,
            cell: ({ contractId, number }) => (
              <Link
                to={`/operations/contracts/${customerId}/${contractId}`}
                className="figures inline-flex min-h-11 items-center"
              >
                {number}
              </Link>
            ),
          },
          {
            key: "status",
            header: words.status,
            cell: ({ status, suspended, concerned }) => (
              <span className="flex flex-wrap gap-2">
                <MachineStatus machine="contract" state={status} />
                {concerned ? <StatusBadge tone="warning">{words.concerned}</StatusBadge> : null}
                {suspended ? (
                  <StatusBadge tone="danger">{words.serviceSuspended}</StatusBadge>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}
