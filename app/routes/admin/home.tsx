import { Form, useLoaderData } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { readAuditPage, type AuditLine } from "#app/usecases/admin/read-audit-log.ts";
import type { Route } from "./+types/home.ts";
import { pageNumber } from "./page-number.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const wanted = { outcome: searchParams.get("outcome"), page: pageNumber(searchParams) };
  return answer(() => readAuditPage(principalOf(context), wanted));
}

export default function AuditLog() {
  const { lines, outcomes, outcome, page, pages } = useLoaderData<typeof loader>();
  const { admin } = useMessages();
  const t = admin.audit;
  const outcomeWords = (code: string) => admin.outcomes[code] ?? code;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <Form method="get" className="mb-8 flex flex-wrap items-end gap-3">
        <Field field={{ id: "outcome" }} label={t.filter}>
          <Select name="outcome" defaultValue={outcome ?? ""}>
            <option value="">{t.all}</option>
            {outcomes.map((one) => (
              <option key={one.outcome} value={one.outcome}>
                {t.option(outcomeWords(one.outcome), one.lines)}
              </option>
            ))}
          </Select>
        </Field>
        <Button look="secondary">{t.show}</Button>
      </Form>
      <DataTable
        caption={t.caption}
        empty={t.empty}
        rows={lines}
        rowKey={({ auditId }) => auditId}
        columns={[
          {
            key: "at",
            header: t.at,
            rowHeader: true,
            cell: ({ at }) => <span className="figures">{formatInstant(at)}</span>,
          },
          { key: "action", header: t.action, cell: ({ action }) => <code>{action}</code> },
          { key: "outcome", header: t.outcome, cell: (line) => outcomeWords(line.outcome) },
          { key: "actor", header: t.actor, cell: (line) => <Actor line={line} /> },
          { key: "subject", header: t.subject, cell: (line) => <Subject line={line} /> },
        ]}
      />
      <Pagination page={page} pages={pages} />
    </>
  );
}

/** An id in full, so that it can be searched for; it breaks where it must. */
function Id({ children }: { children: string }) {
  return <code className="text-dns-14N-130 text-support block break-all">{children}</code>;
}

function Actor({ line }: { line: AuditLine }) {
  const { admin, frame } = useMessages();
  const roles: Record<string, string> = frame.roles;
  const { actorKind, actorRole, actorId } = line;
  const role = actorRole ? ` (${roles[actorRole] ?? actorRole})` : "";
  return (
    <>
      {(admin.actors[actorKind] ?? actorKind) + role}
      {actorId ? <Id>{actorId}</Id> : null}
    </>
  );
}

function Subject({ line }: { line: AuditLine }) {
  const t = useMessages().admin.audit;
  return (
    <>
      <span className="text-support">{t.customer}</span>
      <Id>{line.customerId}</Id>
      {line.machineId ? (
        <>
          <span className="text-support">{t.machine}</span>
          <Id>{line.machineId}</Id>
        </>
      ) : null}
    </>
  );
}
