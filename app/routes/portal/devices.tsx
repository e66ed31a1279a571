import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LoanMatters } from "#app/routes/loans/loan-matters.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { listOwnLoans } from "#app/usecases/loans/list-loans.ts";
import type { Route } from "./+types/devices.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return { loans: await answer(() => listOwnLoans(principalOf(context))) };
}

export default function Devices({ loaderData }: Route.ComponentProps) {
  const t = useMessages().loans;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <DataTable
        caption={t.title}
        captionHidden
        empty={t.noneOwn}
        rows={loaderData.loans}
        rowKey={({ loanId }) => loanId}
        columns={[
          {
            key: "serialNumber",
            header: t.columns.serialNumber,
            rowHeader: true,
            cell: ({ loanId, serialNumber }) => (
              <Link
                to={`/portal/devices/${loanId}`}
                className="figures inline-flex min-h-11 items-center"
              >
                {serialNumber ?? t.noDevice}
              </Link>
            ),
          },
          { key: "contract", header: t.columns.contract, cell: (row) => row.contractNumber ?? "" },
          { key: "menu", header: t.columns.menu, cell: ({ menuCode }) => menuCode },
          {
            key: "status",
            header: t.columns.status,
            cell: ({ status }) => <MachineStatus machine="device" state={status} />,
          },
          { key: "matters", header: t.columns.matters, cell: (row) => <LoanMatters loan={row} /> },
          {
            key: "due",
            header: t.facts.due,
            cell: ({ returnDue }) => (
              <span className="figures">{returnDue ? formatDay(returnDue) : ""}</span>
            ),
          },
        ]}
      />
    </>
  );
}
