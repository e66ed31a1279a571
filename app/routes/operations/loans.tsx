import { Form, Link } from "react-router";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LoanMatters } from "#app/routes/loans/loan-matters.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { listLoans, loanViews } from "#app/usecases/loans/list-loans.ts";
import type { Route } from "./+types/loans.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const wanted = { view: search.get("view"), page: search.get("page") };
  return { list: await answer(() => listLoans(principalOf(context), wanted)) };
}

export default function Loans({ loaderData }: Route.ComponentProps) {
  const { list } = loaderData;
  const messages = useMessages();
  const t = messages.loans;
  return (
    <>
      <PageHeader title={t.staffTitle} lead={t.staffLead} />
      <search>
        <Form className="mb-8 flex flex-wrap items-end gap-4 *:max-w-full">
          <Field field={{ id: "view" }} label={t.view}>
            <Select name="view" defaultValue={list.view}>
              {loanViews.map((name) => (
                <option key={name} value={name}>
                  {`${t.views[name]} (${formatCount(list.counts[name])})`}
                </option>
              ))}
            </Select>
          </Field>
          <Button>{messages.frame.buttons.search}</Button>
        </Form>
      </search>
      <p role="status" className="text-support figures mb-2">
        {t.found(formatCount(list.counts[list.view]))}
      </p>
      <DataTable
        caption={t.staffTitle}
        captionHidden
        empty={t.none}
        rows={list.rows}
        rowKey={({ loanId }) => loanId}
        columns={[
          {
            key: "customer",
            header: t.columns.customer,
            rowHeader: true,
            cell: ({ customerId, loanId, customerName }) => (
              <Link
                to={`/operations/loans/${customerId}/${loanId}`}
                className="inline-flex min-h-11 items-center"
              >
                {customerName}
              </Link>
            ),
          },
          { key: "contract", header: t.columns.contract, cell: (row) => row.contractNumber ?? "" },
          {
            key: "serialNumber",
            header: t.columns.serialNumber,
            cell: (row) => row.serialNumber ?? row.reserved ?? t.noDevice,
          },
          {
            key: "status",
            header: t.columns.status,
            cell: ({ status }) => <MachineStatus machine="device" state={status} />,
          },
          { key: "matters", header: t.columns.matters, cell: (row) => <LoanMatters loan={row} /> },
          {
            key: "openedOn",
            header: t.columns.openedOn,
            cell: ({ openedOn }) => <span className="figures">{formatDay(openedOn)}</span>,
          },
        ]}
      />
      <Pagination page={list.page} pages={list.pages} />
    </>
  );
}
