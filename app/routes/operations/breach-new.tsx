import { data, Form, redirect, useActionData } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { readUpload } from "#app/middleware/upload.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { clauseWords } from "#app/ui/clause-chip.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { draftBreach, readBreachForm } from "#app/usecases/breaches/draft-breach.ts";
import { itemGroups } from "#app/usecases/breaches/item-label.ts";
import { ContractChoice } from "./breach/contract-choice.tsx";
import { useDraftErrors } from "./breach/draft-errors.ts";
import { FileField } from "./breach/file-field.tsx";
import type { Route } from "./+types/breach-new.ts";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const form = await answer(() => readBreachForm(principalOf(context), params.customerId));
  const asked = new URL(request.url).searchParams.get("contract");
  return { ...form, groups: itemGroups(), asked, caseId: newIdentifier() };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { customerId } = params;
  const principal = principalOf(context);
  return answer(async () => {
    const { fields, files } = await readUpload(request);
    const caseId = fields.get("caseId") ?? "";
    const typed = {
      item: fields.get("item"),
      happenedOn: fields.get("happenedOn"),
      contractIds: fields.getAll("contracts"),
      facts: fields.get("facts"),
    };
    const result = await draftBreach(principal, { customerId, caseId }, typed, files);
    if (result.outcome === "drafted") {
      return redirect(`/operations/breaches/${customerId}/${caseId}?done=drafted`, 303);
    }
    return data({ ...result, typed }, { status: 422 });
  });
}

export default function NewBreach({ loaderData }: Route.ComponentProps) {
  const { customerName, contracts, today, groups, asked, caseId } = loaderData;
  const failed = useActionData<typeof action>();
  const t = useMessages();
  const words = t.breach.form;
  const locale = useLocale();
  const errors = useDraftErrors(failed);
  const only = contracts.length === 1 ? contracts.map(({ contractId }) => contractId) : [];
  const chosen = failed?.typed.contractIds ?? (asked ? [asked] : only);
  return (
    <>
      <ErrorSummary errors={errors.summary} />
      <PageHeader
        title={words.title}
        lead={words.lead(customerName)}
        trail={[{ to: "/operations/breaches", label: t.breach.title }]}
        failed={errors.summary.length > 0}
      />
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        className="measure flex flex-col gap-8"
      >
        <input type="hidden" name="caseId" value={caseId} />
        <Field
          field={{ id: "item", errors: errors.of("item") }}
          label={words.item}
          required
          support={words.itemSupport}
        >
          <Select name="item" defaultValue={failed?.typed.item ?? ""}>
            <option value="">{words.choose}</option>
            {groups.map(({ group, items }) => (
              <optgroup key={group} label={words.groups[group]}>
                {items.map(({ item, label }) => (
                  <option key={item} value={item}>
                    {clauseWords(item, t.frame.clause)?.text} {label[locale]}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        <Field
          field={{ id: "happenedOn", errors: errors.of("happenedOn") }}
          label={words.happenedOn}
          required
        >
          <TextInput
            type="date"
            name="happenedOn"
            size={12}
            max={today}
            defaultValue={failed?.typed.happenedOn ?? ""}
          />
        </Field>
        <ContractChoice
          legend={words.contracts}
          error={errors.of("contracts")?.[0]}
          contracts={contracts.map(({ contractId, number, status }) => ({
            ...{ contractId, number },
            detail: <MachineStatus machine="contract" state={status} />,
          }))}
          chosen={chosen}
        />
        <Field
          field={{ id: "facts", errors: errors.of("facts") }}
          label={words.facts}
          required
          support={words.factsSupport}
        >
          <Textarea name="facts" rows={8} defaultValue={failed?.typed.facts ?? ""} />
        </Field>
        <FileField errors={errors.of("files") ?? []} label={words.files} />
        <div className="flex flex-wrap gap-3">
          <Button size="large">{words.submit}</Button>
          <LinkButton to="/operations/breaches" look="secondary" size="large">
            {words.back}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
