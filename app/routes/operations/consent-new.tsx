import { data, Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { askCustomer } from "#app/usecases/consents/ask-customer.ts";
import type { Route } from "./+types/consent-new.ts";

export function loader() {
  return { requestId: newIdentifier() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { number: text("number"), text: text("text") };
  const requestId = text("requestId");
  const result = await answer(() => askCustomer(principalOf(context), requestId, typed));
  if (result.outcome === "invalid") {
    return data({ problems: result.problems, typed }, { status: 422 });
  }
  const page = `/operations/consents/${result.customerId}/${requestId}`;
  return redirect(`${page}?done=askedCustomer`, 303);
}

export default function ConsentNew({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages().consents;
  const { number, text } = actionData?.problems ?? {};
  const errors = [
    ...(number ? [{ id: "number", message: t.problems["number"] ?? "" }] : []),
    ...(text ? [{ id: "text", message: t.problems[text] ?? "" }] : []),
  ];
  const field = (id: string) => ({
    id,
    errors: errors.filter((error) => error.id === id).map(({ message }) => message),
  });
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.askCustomer}
        lead={t.askCustomerLead}
        trail={[{ to: "/operations/consents", label: t.title }]}
        failed={errors.length > 0}
      />
      <Form method="post" noValidate className="measure flex flex-col gap-6">
        <input type="hidden" name="requestId" value={loaderData.requestId} />
        <Field field={field("number")} label={t.fields.number} required support={t.support.number}>
          <TextInput name="number" size={20} defaultValue={actionData?.typed.number} />
        </Field>
        <Field field={field("text")} label={t.fields.text} required support={t.support.text}>
          <Textarea name="text" rows={8} defaultValue={actionData?.typed.text} />
        </Field>
        <div>
          <Button size="large">{t.ask}</Button>
        </div>
      </Form>
    </>
  );
}
