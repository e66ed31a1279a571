import { data, Form, Link, redirect, useSearchParams } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { draftVersion } from "#app/usecases/terms/draft-version.ts";
import {
  listVersions,
  versionStatuses,
  type VersionList,
} from "#app/usecases/terms/read-versions.ts";
import type { Route } from "./+types/terms.ts";
import { versionPage } from "./terms/version-page.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const wanted = {
    document: search.get("document"),
    status: search.get("status"),
    page: search.get("page"),
  };
  const list = await answer(() => listVersions(principalOf(context), wanted));
  return { list, clickId: newIdentifier(), statuses: versionStatuses };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = {
    document: String(form.get("document") ?? ""),
    label: String(form.get("label") ?? ""),
  };
  const clickId = String(form.get("clickId") ?? "");
  const result = await answer(() => draftVersion(principalOf(context), clickId, typed));
  if (result.outcome === "faults") return data({ ...result, typed }, { status: 422 });
  return redirect(`${versionPage(result.version)}?done=drafted`, 303);
}

export default function OperationsTerms({ loaderData, actionData }: Route.ComponentProps) {
  const { list, statuses } = loaderData;
  const t = useMessages();
  const words = t.terms.staff;
  const locale = useLocale();
  const [search] = useSearchParams();
  const faults = Object.entries(actionData?.faults ?? {});
  const errors = faults.map(([name, fault]) => {
    return { id: `draft-${name}`, message: words.faults[name]?.[fault] ?? fault };
  });
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title={t.terms.title} lead={words.lead} failed={errors.length > 0} />
      <search>
        <Form className="mb-6 flex flex-wrap items-end gap-4 *:max-w-full">
          <Field field={{ id: "document" }} label={t.terms.columns.document}>
            <Select name="document" defaultValue={search.get("document") ?? ""}>
              <option value="">{words.all}</option>
              {list.documents.map(({ document, name }) => (
                <option key={document} value={document}>
                  {name[locale]}
                </option>
              ))}
            </Select>
          </Field>
          <Field field={{ id: "status" }} label={t.terms.columns.status}>
            <Select name="status" defaultValue={search.get("status") ?? ""}>
              <option value="">{words.all}</option>
              {statuses.map((status) => (
                <option key={status} value={status}>
                  {t.status.termsVersion[status]}
                </option>
              ))}
            </Select>
          </Field>
          <Button look="secondary">{words.find}</Button>
        </Form>
      </search>
      <p role="status" className="text-support figures mb-2">
        {words.found(formatCount(list.total))}
      </p>
      <VersionTable list={list} />
      <Pagination page={list.page} pages={list.pages} />
      <NewDraft loaderData={loaderData} actionData={actionData} />
    </>
  );
}

function VersionTable({ list }: { list: VersionList }) {
  const t = useMessages().terms;
  const locale = useLocale();
  const nameOf = (code: string) =>
    list.documents.find(({ document }) => document === code)?.name[locale] ?? code;
  return (
    <DataTable
      caption={t.title}
      captionHidden
      empty={t.staff.none}
      rows={list.rows}
      rowKey={({ version }) => version}
      columns={[
        {
          key: "version",
          header: t.columns.version,
          rowHeader: true,
          cell: ({ version }) => (
            <Link to={versionPage(version)} className="inline-flex min-h-11 items-center">
              {version}
            </Link>
          ),
        },
        { key: "document", header: t.columns.document, cell: ({ document }) => nameOf(document) },
        {
          key: "status",
          header: t.columns.status,
          cell: ({ status }) => <MachineStatus machine="termsVersion" state={status} />,
        },
        {
          key: "announced",
          header: t.columns.announcedDay,
          cell: ({ announcedDay }) => (
            <span className="figures">{announcedDay ? formatDay(announcedDay) : "–"}</span>
          ),
        },
        {
          key: "effective",
          header: t.columns.effectiveDay,
          cell: ({ effectiveDay }) => (
            <span className="figures">{effectiveDay ? formatDay(effectiveDay) : "–"}</span>
          ),
        },
      ]}
    />
  );
}

function NewDraft({
  loaderData,
  actionData,
}: Pick<Route.ComponentProps, "loaderData" | "actionData">) {
  const t = useMessages().terms;
  const locale = useLocale();
  const { list, clickId } = loaderData;
  const errorOf = (name: "document" | "label") => {
    const fault = actionData?.faults[name];
    return fault ? { errors: [t.staff.faults[name]?.[fault] ?? fault] } : {};
  };
  return (
    <section aria-labelledby="new-draft" className="mt-12 flex flex-col gap-4">
      <h2 id="new-draft">{t.staff.newDraft}</h2>
      <p>{t.staff.newDraftLead}</p>
      <Form method="post" noValidate className="flex flex-col items-start gap-6 *:max-w-full">
        <input type="hidden" name="clickId" value={clickId} />
        <Field
          field={{ id: "draft-document", ...errorOf("document") }}
          label={t.columns.document}
          required
        >
          <Select name="document" defaultValue={actionData?.typed.document ?? "terms"}>
            {list.documents.map(({ document, name }) => (
              <option key={document} value={document}>
                {name[locale]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          field={{ id: "draft-label", ...errorOf("label") }}
          label={t.staff.label}
          support={t.staff.labelSupport}
          required
        >
          <TextInput
            name="label"
            size={20}
            autoComplete="off"
            defaultValue={actionData?.typed.label ?? ""}
          />
        </Field>
        <Button>{t.staff.open}</Button>
      </Form>
    </section>
  );
}
