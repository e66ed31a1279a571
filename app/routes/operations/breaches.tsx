import { Form, Link } from "react-router";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { itemLabel } from "#app/usecases/breaches/item-label.ts";
import { breachFilters, listBreaches } from "#app/usecases/breaches/list-breaches.ts";
import { ClauseText } from "./clause-text.tsx";
import type { Route } from "./+types/breaches.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const wanted = { status: search.get("status"), page: search.get("page") };
  const found = await answer(() => listBreaches(principalOf(context), wanted));
  const states = Object.keys(breachFilters).filter((name) => name !== "open");
  const rows = found.rows.map((row) => ({ ...row, label: itemLabel(row.item) }));
  return { ...found, rows, states };
}

export default function OperationsBreaches({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, pages, filter, states, today } = loaderData;
  const t = useMessages();
  const words = t.breach.list;
  const named: Record<string, string> = t.status.breachCase;
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={t.breach.title}
        lead={
          <>
            <p>{words.lead}</p>
            <p>
              {words.how}{" "}
              <Link to="/operations/contracts" className="inline-flex min-h-11 items-center">
                {words.toContracts}
              </Link>
            </p>
          </>
        }
      />
      <search>
        <Form className="mb-8 flex flex-wrap items-end gap-4 *:max-w-full">
          <Field field={{ id: "status" }} label={words.filter}>
            <Select name="status" defaultValue={filter}>
              <option value="open">{words.open}</option>
              {states.map((state) => (
                <option key={state} value={state}>
                  {named[state] ?? state}
                </option>
              ))}
            </Select>
          </Field>
          <Button>{words.show}</Button>
        </Form>
      </search>
      <p role="status" className="text-support figures mb-2">
        {words.found(formatCount(total))}
      </p>
      <DataTable
        caption={t.breach.title}
        captionHidden
        empty={words.none}
        rows={rows}
        rowKey={({ caseId }) => caseId}
        columns={[
          {
            key: "item",
            header: words.item,
            rowHeader: true,
            cell: ({ customerId, caseId, item, label }) => (
              <Link
                to={`/operations/breaches/${customerId}/${caseId}`}
                className="inline-flex min-h-11 items-center"
              >
                <span>
                  {label[locale]} <ClauseText clause={item} />
                </span>
              </Link>
            ),
          },
          { key: "customer", header: words.customer, cell: ({ customerName }) => customerName },
          {
            key: "status",
            header: words.status,
            cell: ({ status }) => <MachineStatus machine="breachCase" state={status} />,
          },
          {
            key: "recorded",
            header: words.recordedOn,
            cell: ({ recordedOn }) => (
              <span className="figures whitespace-nowrap">
                {recordedOn ? formatDay(recordedOn) : "–"}
              </span>
            ),
          },
          {
            key: "until",
            header: words.until,
            cell: ({ demandUntil, status }) => (
              <span className="figures">
                <span className="whitespace-nowrap">
                  {demandUntil ? formatDay(demandUntil) : "–"}
                </span>{" "}
                {demandUntil && demandUntil < today && status === "periodOver" ? (
                  <span className="text-error-2 whitespace-nowrap">▲ {words.past}</span>
                ) : null}
              </span>
            ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} />
    </>
  );
}
