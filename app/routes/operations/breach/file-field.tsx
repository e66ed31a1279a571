import { useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { RefusedFile } from "#app/usecases/files/uploaded-file.ts";

/** What is wrong with files, each in a sentence with its remedy. */
export function useFileErrors(files: readonly RefusedFile[]): string[] {
  const words = useMessages().breach.files;
  if (files.length === 0) return [];
  return [...files.map(({ name, problem }) => words[problem](name)), words.again];
}

/** The choice of several files of evidence. */
export function FileField({ errors, label }: { errors: string[]; label: string }) {
  const words = useMessages().breach.form;
  return (
    <Field field={{ id: "files", errors }} label={label} support={words.filesSupport}>
      <TextInput
        type="file"
        name="files"
        multiple
        accept="application/pdf,image/png,image/jpeg,text/plain,.txt,.log"
      />
    </Field>
  );
}
