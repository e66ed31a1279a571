import { useMessages } from "#app/i18n/use-messages.ts";
import type { SummaryError } from "#app/ui/error-summary.tsx";
import type { CaseFailure } from "./case-action.ts";
import type { Confirmed } from "./confirmations.tsx";
import { useFileErrors } from "./file-field.tsx";

/** What went wrong on a case's page, in words: for the summary, for a step's field, for the files. */
export function useCaseFailure(failure: CaseFailure | undefined) {
  const t = useMessages().breach;
  const refused = useFileErrors(failure?.files ?? []);
  const files = failure?.error === "filesMissing" ? [t.files.missing] : refused;
  const { intent, error } = failure ?? {};
  const label = intent === "cure" ? t.cure.text : t.close.text;
  let field: { id: string; message: string } | null = null;
  if (error === "missing") field = { id: "text", message: t.form.errors.textMissing(label) };
  if (error === "tooLong") field = { id: "text", message: t.form.errors.textTooLong(label) };
  if (error === "contractsMissing") {
    const message = intent === "lift" ? t.lift.missing : t.suspend.missing;
    field = { id: "contracts", message };
  }
  const summary: SummaryError[] = [
    ...(error === "conflict" ? [{ message: t.conflict }] : []),
    ...(field ? [field] : []),
    ...files.map((message) => ({ id: "files", message })),
  ];
  return {
    summary,
    files,
    of: (step: Confirmed) => (step === intent ? field?.message : undefined),
  };
}
