import { Form } from "react-router";
import { formatCount, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { BreachCaseView } from "#app/usecases/breaches/read-case.ts";
import { FileField } from "./file-field.tsx";

/** The files of a case, to be saved, and the way to add more while it is open. */
export function EvidenceSection({
  view,
  customerId,
  clickId,
  errors,
}: {
  view: BreachCaseView;
  customerId: string;
  clickId: string;
  errors: string[];
}) {
  const t = useMessages().breach;
  const words = t.case;
  return (
    <section className="flex flex-col gap-4">
      <h2>{words.evidence}</h2>
      <DataTable
        caption={words.evidence}
        captionHidden
        empty={words.evidenceNone}
        rows={view.evidence}
        rowKey={({ fileId }) => fileId}
        columns={[
          {
            key: "file",
            header: words.file,
            rowHeader: true,
            cell: ({ fileId, name }) => (
              <a
                href={`/operations/files/${customerId}/${fileId}`}
                className="inline-flex min-h-11 items-center break-all"
              >
                {name}
              </a>
            ),
          },
          {
            key: "kind",
            header: words.fileKind,
            cell: ({ contentType, size }) => (
              <span className="figures">
                {t.files.kinds[contentType] ?? contentType},{" "}
                {t.files.size(formatCount(Math.ceil(size / 1024)))}
              </span>
            ),
          },
          {
            key: "added",
            header: words.fileAdded,
            cell: ({ storedBy, storedAt }) => (
              <span className="figures">{words.by(storedBy, formatInstant(storedAt))}</span>
            ),
          },
          {
            key: "digest",
            header: words.digest,
            cell: ({ sha256 }) => <code className="break-all">{sha256.slice(0, 16)}…</code>,
          },
        ]}
      />
      {view.can.addEvidence ? (
        <Form
          method="post"
          encType="multipart/form-data"
          noValidate
          className="border-line flex flex-col items-start gap-4 rounded-12 border bg-white p-6"
        >
          <input type="hidden" name="clickId" value={clickId} />
          <FileField errors={errors} label={words.addFiles} />
          <Button name="intent" value="addEvidence" look="secondary">
            {words.add}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
