import { useMessages } from "#app/i18n/use-messages.ts";
import type { SummaryError } from "#app/ui/error-summary.tsx";
import type { DraftProblems } from "#app/usecases/breaches/draft-breach.ts";
import type { RefusedFile } from "#app/usecases/files/uploaded-file.ts";
import { useFileErrors } from "./file-field.tsx";

type FieldName = keyof DraftProblems | "files";

/** What is wrong with the form of a breach, in words: for the summary, and by field. */
export function useDraftErrors(
  failed: { problems: DraftProblems; files: RefusedFile[] } | undefined,
) {
  const words = useMessages().breach.form;
  const files = useFileErrors(failed?.files ?? []);
  const { item, happenedOn, contracts, facts } = failed?.problems ?? {};
  const day =
    happenedOn === "ahead" ? words.errors.happenedOnAhead : words.errors.happenedOnMissing;
  const text = facts === "tooLong" ? words.errors.textTooLong : words.errors.textMissing;
  const found: [FieldName, string[]][] = [
    ["item", item ? [words.errors.item] : []],
    ["happenedOn", happenedOn ? [day] : []],
    ["contracts", contracts ? [words.errors.contracts] : []],
    ["facts", facts ? [text(words.facts)] : []],
    ["files", files],
  ];
  const summary: SummaryError[] = found.flatMap(([id, messages]) =>
    messages.map((message) => ({ id, message })),
  );
  return {
    summary,
    of: (name: FieldName) => {
      const messages = found.find(([id]) => id === name)?.[1] ?? [];
      return messages.length > 0 ? messages : undefined;
    },
  };
}
