import { data, Form, redirect } from "react-router";
import { formatCount, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { followUpDelivery, listDeliveries } from "#app/usecases/terms/deliveries.ts";
import type { Route } from "./+types/terms-deliveries.ts";
import { DeliveryCountsLine } from "./terms/delivery-counts.tsx";
import { versionPage } from "./terms/version-page.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const wanted = { state: search.get("state"), page: search.get("page") };
  const principal = principalOf(context);
  const list = await answer(() => listDeliveries(principal, params.version, wanted));
  return { list, done: search.get("done") };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const key = {
    ...{ customerId: text("customerId"), machineId: text("machineId") },
    ...{ seq: Number(text("seq")), n: Number(text("n")) },
  };
  const note = text("note");
  const result = await answer(() => followUpDelivery(principalOf(context), key, note));
  if (result !== "noted") return data({ fault: result, key, note }, { status: 422 });
  return redirect(`${versionPage(params.version)}/deliveries?state=bounced&done=noted`, 303);
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

type Row = Route.ComponentProps["loaderData"]["list"]["rows"][number];

const idOf = ({ machineId, seq, n }: Pick<Row, "machineId" | "seq" | "n">) =>
  `note-${machineId}-${seq}-${n}`;

export default function TermsDeliveries({ loaderData, actionData, params }: Route.ComponentProps) {
  const { list, done } = loaderData;
  const t = useMessages().terms;
  const words = t.staff.delivery;
  const page = versionPage(params.version);
  const failure = actionData
    ? { id: idOf(actionData.key), message: words[actionData.fault] }
    : undefined;
  return (
    <>
      <ErrorSummary errors={failure ? [failure] : []} />
      <PageHeader
        title={words.title(params.version)}
        lead={words.lead}
        trail={[
          { to: "/operations/terms", label: t.title },
          { to: page, label: params.version },
        ]}
        failed={failure !== undefined}
      />
      <div className="flex flex-col gap-6">
        {done && t.staff.done[done] && !failure ? (
          <Notice kind="success" live title={t.staff.done[done]} />
        ) : null}
        {list.counts.open > 0 ? (
          <Notice kind="warning" title={words.open(formatCount(list.counts.open))} />
        ) : null}
        <nav aria-label={words.filter}>
          <DeliveryCountsLine
            counts={list.counts}
            version={params.version}
            present={list.state ?? ""}
          />
        </nav>
        <DataTable
          caption={words.title(params.version)}
          captionHidden
          empty={words.none}
          rows={list.rows}
          rowKey={({ machineId, seq, n }) => `${machineId}/${seq}/${n}`}
          columns={[
            {
              key: "customer",
              header: words.customer,
              rowHeader: true,
              cell: ({ customerName }) => customerName,
            },
            {
              key: "contract",
              header: words.contract,
              cell: ({ contractNumber }) => <span className="figures">{contractNumber}</span>,
            },
            {
              key: "mail",
              header: words.mail,
              cell: ({ template }) => words.mails[template] ?? template,
            },
            {
              key: "at",
              header: words.at,
              cell: ({ at }) => <span className="figures">{formatInstant(at)}</span>,
            },
            {
              key: "state",
              header: words.state,
              cell: ({ state }) => (
                <>
                  {state === "bounced" || state === "failed" ? (
                    <span className="text-error-2 font-700">▲ {words.states[state]}</span>
                  ) : (
                    words.states[state]
                  )}
                </>
              ),
            },
            {
              key: "followUp",
              header: words.followUp,
              cell: (row) => <FollowUp row={row} failure={failure} note={actionData?.note} />,
            },
          ]}
        />
        <Pagination page={list.page} pages={list.pages} />
      </div>
    </>
  );
}

/** How the customer was told otherwise, or the form that records it. */
function FollowUp({
  row,
  failure,
  note,
}: {
  row: Row;
  failure: { id: string; message: string } | undefined;
  note: string | undefined;
}) {
  const words = useMessages().terms.staff.delivery;
  if (row.followUp) {
    const { note: told, at, by } = row.followUp;
    return <>{words.noted(told, formatInstant(at), by)}</>;
  }
  if (row.state !== "bounced" && row.state !== "failed") return <>–</>;
  const id = idOf(row);
  const isThis = failure?.id === id;
  return (
    <Form method="post" noValidate className="flex flex-col items-start gap-2">
      {(["customerId", "machineId", "seq", "n"] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={row[name]} />
      ))}
      <Field
        field={{ id, ...(isThis ? { errors: [failure.message] } : {}) }}
        label={words.noteFor(row.customerName)}
        required
      >
        <TextInput name="note" size={24} autoComplete="off" defaultValue={isThis ? note : ""} />
      </Field>
      <Button look="secondary">{words.record}</Button>
    </Form>
  );
}
