import { Form, Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { matterAbouts, openingOf, type MatterSide } from "#app/usecases/matters/acts.ts";
import type { MatterList } from "#app/usecases/matters/list-matters.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";

/** The ways to begin a matter, the filter, and one page of matters. */
export function MatterTable({
  list,
  side,
  begins,
  pageOf,
}: {
  list: MatterList;
  side: MatterSide;
  /** The kinds that this person may begin. */
  begins: readonly MatterKind[];
  pageOf: (row: MatterList["rows"][number]) => string;
}) {
  const messages = useMessages();
  const t = messages.matters;
  const base = side === "customer" ? "/portal/matters" : "/operations/matters";
  return (
    <div className="flex flex-col gap-8">
      {begins.length > 0 ? (
        <section className="flex flex-col gap-4">
          <h2>{t.beginTitle}</h2>
          <ul className="flex flex-wrap gap-3">
            {begins.map((kind) => (
              <li key={kind}>
                <LinkButton to={`${base}/new/${kind}`} look="secondary">
                  {t.acts[kind]?.[openingOf(kind, side) ?? ""]?.title ?? kind}
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="flex flex-col gap-4">
        <h2>{t.listTitle}</h2>
        <search>
          <Form className="flex flex-wrap items-end gap-4 *:max-w-full">
            <Field field={{ id: "kind" }} label={t.kind}>
              <Select name="kind" defaultValue={list.kind ?? ""}>
                <option value="">{t.allKinds}</option>
                {(Object.keys(matterAbouts) as MatterKind[]).map((kind) => (
                  <option key={kind} value={kind}>
                    {t.kinds[kind]}
                  </option>
                ))}
              </Select>
            </Field>
            <Checkbox
              id="waiting"
              name="waiting"
              value="on"
              defaultChecked={list.onlyWaiting}
              label={t.onlyWaiting}
            />
            <Button>{messages.frame.buttons.search}</Button>
          </Form>
        </search>
        <DataTable
          caption={t.listTitle}
          captionHidden
          empty={t.none}
          rows={list.rows}
          rowKey={({ matterId }) => matterId}
          columns={[
            {
              key: "kind",
              header: t.kind,
              rowHeader: true,
              cell: (row) => (
                <Link to={pageOf(row)} className="inline-flex min-h-11 items-center">
                  {t.kinds[row.kind as MatterKind]}
                </Link>
              ),
            },
            ...(side === "operations"
              ? [
                  {
                    key: "customer",
                    header: t.customer,
                    cell: ({ customerName }: MatterList["rows"][number]) => customerName,
                  },
                ]
              : []),
            {
              key: "about",
              header: t.about,
              cell: ({ kind, about }) =>
                about ? (t.abouts[kind as MatterKind]?.[about] ?? about) : "",
            },
            {
              key: "contract",
              header: t.fields["contractNumber"] ?? "",
              cell: ({ contractNumber }) => contractNumber ?? "",
            },
            {
              key: "status",
              header: t.status,
              cell: ({ kind, status }) => (
                <MachineStatus machine={kind as MatterKind} state={status} />
              ),
            },
            {
              key: "openedOn",
              header: t.fields["openedOn"] ?? "",
              cell: ({ openedOn }) => <span className="figures">{formatDay(openedOn)}</span>,
            },
            {
              key: "dueOn",
              header: t.fields["dueOn"] ?? "",
              cell: ({ dueOn }) => <span className="figures">{dueOn ? formatDay(dueOn) : ""}</span>,
            },
          ]}
        />
        <Pagination page={list.page} pages={list.page + (list.hasMore ? 1 : 0)} />
      </section>
    </div>
  );
}
