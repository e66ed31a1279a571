import { data, Form, redirect, useActionData } from "react-router";
import { formatCount } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { readUpload } from "#app/middleware/upload.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { importDevices, type DeviceImport } from "#app/usecases/devices/import-devices.ts";
import type { RefusedLine } from "#app/usecases/devices/read-device-file.ts";
import { menusToChoose } from "#app/usecases/notices/menus-to-choose.ts";
import type { Route } from "./+types/device-import.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const menus = await answer(() => menusToChoose(principalOf(context)));
  return { codes: menus.filter(({ kind }) => kind === "device").map(({ code }) => code) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const principal = principalOf(context);
  return answer(async () => {
    const { files } = await readUpload(request);
    const result = await importDevices(principal, files[0]);
    if (result.outcome === "imported" && result.refused.length === 0) {
      return redirect(`/operations/devices?added=${result.added}`, 303);
    }
    return data(result, { status: 422 });
  });
}

/** What is wrong with a file as a whole; null where nothing is. */
function useFault(result: DeviceImport | undefined): string | null {
  const t = useMessages().stock.problems;
  if (!result || result.outcome === "imported") return null;
  if (result.outcome !== "invalid") return t[result.outcome];
  return result.fault === "quote" ? t.quote(result.line) : t[result.fault];
}

export default function DeviceImportPage({ loaderData }: Route.ComponentProps) {
  const { codes } = loaderData;
  const result = useActionData<typeof action>();
  const t = useMessages().stock;
  const error = useFault(result);
  const [first = "NDR-MVPN"] = codes;
  const { serialNumber, model, menu } = t.columns;
  const example = [`${serialNumber},${model},${menu}`, `SN-240001,VPN-50,${first}`];
  return (
    <>
      <ErrorSummary errors={error ? [{ id: "file", message: error }] : []} />
      <PageHeader
        title={t.upload.title}
        lead={t.upload.lead}
        trail={[{ to: "/operations/devices", label: t.title }]}
        failed={error !== null}
      />
      <div className="flex flex-col gap-10">
        {result?.outcome === "imported" ? <Refused {...result} /> : null}
        <Form
          method="post"
          encType="multipart/form-data"
          noValidate
          className="border-line flex flex-col gap-4 rounded-12 border bg-white p-6"
        >
          <Field
            field={{ id: "file", errors: error ? [error] : [] }}
            label={t.upload.file}
            required
            support={t.upload.support}
          >
            <TextInput type="file" name="file" accept=".csv,.txt,text/csv,text/plain" />
          </Field>
          <div>
            <Button>{t.upload.submit}</Button>
          </div>
        </Form>
        <section className="flex flex-col gap-3">
          <h2>{t.upload.example}</h2>
          <pre className="border-line font-sans overflow-x-auto rounded-8 border bg-white p-4">
            {example.join("\n")}
          </pre>
          <p className="measure">{t.upload.menuNote(codes.join(", "))}</p>
        </section>
      </div>
    </>
  );
}

/** The lines that did not come in, each with what is wrong with it. */
function Refused({ added, refused }: { added: number; refused: readonly RefusedLine[] }) {
  const t = useMessages().stock;
  return (
    <section className="flex flex-col gap-4">
      <Notice
        kind="warning"
        live
        title={t.upload.partly(formatCount(added), formatCount(refused.length))}
      >
        <p>{t.upload.repeat}</p>
      </Notice>
      <DataTable
        caption={t.refused.caption}
        rows={refused}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: "line", header: t.refused.line, rowHeader: true, cell: ({ line }) => line },
          {
            key: "found",
            header: t.refused.found,
            cell: ({ found }) => <span className="break-all">{found || "–"}</span>,
          },
          {
            key: "what",
            header: t.refused.what,
            cell: ({ faults }) => faults.map((fault) => <p key={fault}>{t.refused[fault]}</p>),
          },
        ]}
      />
    </section>
  );
}
