import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import {
  documentKinds,
  type SearchFaults,
  type TypedSearch,
} from "#app/usecases/finance/documents/asked-search.ts";

type Name = keyof TypedSearch;

/** Asks what to look for; what was typed stays, also where it is not right. */
export function SearchForm({ typed, faults }: { typed: TypedSearch; faults: SearchFaults | null }) {
  const t = useMessages().documentSearch;
  const errorOf = (name: Name) => {
    const fault = faults?.[name];
    return fault ? [t.faults[fault]] : undefined;
  };
  const fieldOf = (name: Name) => ({ id: name, errors: errorOf(name) });
  const wrong = (Object.keys(faults ?? {}) as Name[]).flatMap((id) =>
    (errorOf(id) ?? []).map((message) => ({ id, message })),
  );
  const valueOf = (name: Name) => ({ name, key: typed[name], defaultValue: typed[name] });
  return (
    <search>
      <ErrorSummary errors={wrong} />
      <Form className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          {(["from", "to"] as const).map((name) => (
            <Field key={name} field={fieldOf(name)} label={t[name]}>
              <TextInput {...valueOf(name)} key={typed[name]} type="date" size={12} />
            </Field>
          ))}
          {(["least", "most"] as const).map((name) => (
            <Field key={name} field={fieldOf(name)} label={t[name]} support={t.amountSupport}>
              <TextInput {...valueOf(name)} key={typed[name]} inputMode="numeric" size={12} />
            </Field>
          ))}
        </div>
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <Field field={fieldOf("partner")} label={t.partner} support={t.partnerSupport}>
            <TextInput {...valueOf("partner")} key={typed.partner} size={24} />
          </Field>
          <Field field={fieldOf("kind")} label={t.kind}>
            <Select name="kind" key={typed.kind} defaultValue={typed.kind}>
              <option value="">{t.anyKind}</option>
              {documentKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t.kinds[kind]}
                </option>
              ))}
            </Select>
          </Field>
          <Button look="secondary">{t.search}</Button>
        </div>
      </Form>
    </search>
  );
}
