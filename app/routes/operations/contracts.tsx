import { Form, Link, useSearchParams } from "react-router";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import {
  listedStatuses,
  searchContracts,
  type ContractPage,
} from "#app/usecases/contracts/search-contracts.ts";
import type { Route } from "./+types/contracts.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const found = await answer(() =>
    searchContracts(principalOf(context), {
      text: search.get("q"),
      status: search.get("status"),
      page: search.get("page"),
    }),
  );
  return { found, statuses: listedStatuses };
}

export default function OperationsContracts({ loaderData }: Route.ComponentProps) {
  const { found, statuses } = loaderData;
  const t = useMessages();
  const words = t.operations.contracts;
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader title={words.title} />
      <search>
        <Form className="mb-8 flex flex-wrap items-end gap-4 *:max-w-full">
          <Field field={{ id: "q" }} label={words.search}>
            <TextInput
              type="search"
              name="q"
              size={30}
              maxLength={100}
              defaultValue={search.get("q") ?? ""}
            />
          </Field>
          <Field field={{ id: "status" }} label={words.status}>
            <Select name="status" defaultValue={search.get("status") ?? ""}>
              <option value="">{words.allStatuses}</option>
              {statuses.map((status) => (
                <option key={status} value={status}>
                  {t.status.contract[status]}
                </option>
              ))}
            </Select>
          </Field>
          <Button>{t.frame.buttons.search}</Button>
        </Form>
      </search>
      <p role="status" className="text-support figures mb-2">
        {words.found(formatCount(found.total))}
      </p>
      <ContractTable rows={found.rows} />
      <Pagination page={found.page} pages={found.pages} />
    </>
  );
}

function ContractTable({ rows }: Pick<ContractPage, "rows">) {
  const words = useMessages().operations.contracts;
  return (
    <DataTable
      caption={words.title}
      captionHidden
      empty={words.none}
      rows={rows}
      rowKey={({ contractId }) => contractId}
      columns={[
        {
          key: "number",
          header: words.number,
          rowHeader: true,
          cell: ({ customerId, contractId, number }) => (
            <Link
              to={`/operations/contracts/${customerId}/${contractId}`}
              className="figures inline-flex min-h-11 items-center"
            >
              {number}
            </Link>
          ),
        },
        { key: "customer", header: words.customer, cell: ({ customerName }) => customerName },
        {
          key: "status",
          header: words.status,
          cell: ({ status }) => <MachineStatus machine="contract" state={status} />,
        },
        {
          key: "start",
          header: words.start,
          cell: ({ startDay }) => (
            <span className="figures">{startDay ? formatDay(startDay) : "–"}</span>
          ),
        },
        {
          key: "end",
          header: words.end,
          cell: ({ endDay, termEnd, exit, derivation }) => {
            const day = endDay ?? termEnd;
            return (
              <>
                <span className="figures">
                  {day ? formatDay(day) : "–"}
                  {exit === "pending" ? ` (${words.pending})` : null}
                </span>
                {derivation ? <Derivation of={derivation} /> : null}
              </>
            );
          },
        },
      ]}
    />
  );
}
