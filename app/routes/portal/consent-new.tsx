import { data, Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { askConsent, contractsForConsent } from "#app/usecases/consents/ask-consent.ts";
import type { Route } from "./+types/consent-new.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const contracts = await answer(() => contractsForConsent(principalOf(context)));
  return { contracts, requestId: newIdentifier() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = {
    ...{ kind: text("kind"), contractId: text("contractId"), text: text("text") },
    ...{ assigneeName: text("assigneeName"), assigneeEmail: text("assigneeEmail") },
  };
  const requestId = text("requestId");
  const result = await answer(() => askConsent(principalOf(context), requestId, typed));
  if (result.outcome === "asked") return redirect(`/portal/consents/${requestId}?done=asked`, 303);
  return data({ problems: result.problems, typed }, { status: 422 });
}

/** The words of a problem, by the field that it belongs to. */
function wordOf(field: string, problem: string): string {
  if (field === "text") return problem;
  return field.startsWith("assignee") && problem === "missing" ? `${field}Missing` : field;
}

export default function ConsentNew({ loaderData, actionData }: Route.ComponentProps) {
  const { contracts, requestId } = loaderData;
  const t = useMessages().consents;
  const problems = actionData?.problems ?? {};
  const typed = actionData?.typed;
  const errors = Object.entries(problems).map(([id, problem]) => ({
    // A group of buttons is reached by its first one.
    id: id === "kind" ? "kind-resale" : id,
    name: id,
    message: t.problems[wordOf(id, problem)] ?? "",
  }));
  const of = (name: string) => errors.filter((error) => error.name === name);
  const field = (name: string) => ({ id: name, name, errors: of(name).map((one) => one.message) });
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.newTitle}
        lead={t.lead}
        trail={[{ to: "/portal/consents", label: t.title }]}
        failed={errors.length > 0}
      />
      <Form method="post" noValidate className="measure flex flex-col gap-6">
        <input type="hidden" name="requestId" value={requestId} />
        <RadioGroup
          field={field("kind")}
          legend={t.fields.kind}
          required
          defaultValue={typed?.kind}
          options={(["resale", "assignment"] as const).map((kind) => ({
            value: kind,
            label: t.kinds[kind],
            support: t.kindSupport[kind],
          }))}
        />
        <Field field={field("contractId")} label={t.fields.contract} required>
          <Select name="contractId" defaultValue={typed?.contractId || contracts[0]?.contractId}>
            {contracts.map(({ contractId, number }) => (
              <option key={contractId} value={contractId}>
                {number}
              </option>
            ))}
          </Select>
        </Field>
        <fieldset className="border-line flex flex-col gap-6 rounded-8 border p-4">
          <legend className="font-700 px-2">{t.forAssignment}</legend>
          <Field
            field={field("assigneeName")}
            label={t.fields.assigneeName}
            required
            support={t.support.assigneeName}
          >
            <TextInput name="assigneeName" defaultValue={typed?.assigneeName} />
          </Field>
          <Field
            field={field("assigneeEmail")}
            label={t.fields.assigneeEmail}
            required
            support={t.support.assigneeEmail}
          >
            <TextInput type="email" name="assigneeEmail" defaultValue={typed?.assigneeEmail} />
          </Field>
        </fieldset>
        <Field field={field("text")} label={t.fields.text} required support={t.support.text}>
          <Textarea name="text" defaultValue={typed?.text} rows={8} />
        </Field>
        <div>
          <Button size="large">{t.send}</Button>
        </div>
      </Form>
    </>
  );
}
