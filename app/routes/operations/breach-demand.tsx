import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Derivation } from "#app/ui/derivation.tsx";
import { ErrorSummary, type SummaryError } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import {
  demandCure,
  proposedPeriod,
  type DemandProblems,
} from "#app/usecases/breaches/demand-cure.ts";
import { itemLabel } from "#app/usecases/breaches/item-label.ts";
import { readCase } from "#app/usecases/breaches/read-case.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/breach-demand.ts";
import { CaseFacts } from "./breach/case-facts.tsx";
import { Confirmation } from "./confirmation.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const view = await answer(() => readCase(principal, params.customerId, params.caseId));
  const { day, derivation } = proposedPeriod(principal);
  return {
    view,
    item: { item: view.item, label: itemLabel(view.item) },
    proposed: day.toString(),
    derivation,
    clickId: newIdentifier(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = new URLSearchParams(await request.text());
  const { customerId, caseId } = params;
  const target = { customerId, caseId, clickId: form.get("clickId") ?? "" };
  const typed = { until: form.get("until"), text: form.get("text") };
  return answer(async () => {
    try {
      const problems = await demandCure(principalOf(context), target, typed);
      if (Object.keys(problems).length === 0) {
        return redirect(`/operations/breaches/${customerId}/${caseId}?done=demanded`, 303);
      }
      return data({ problems, typed, conflict: false }, { status: 422 });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      const none: DemandProblems = {};
      return data({ problems: none, typed, conflict: true }, { status: 409 });
    }
  });
}

export default function DemandPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, item, proposed, derivation, clickId } = loaderData;
  const t = useMessages().breach;
  const words = t.demand;
  const { until, text } = actionData?.problems ?? {};
  const untilError = until && words.errors[until];
  const textWords = text === "tooLong" ? t.form.errors.textTooLong : t.form.errors.textMissing;
  const textError = text && textWords(words.text);
  const errors: SummaryError[] = [
    ...(actionData?.conflict ? [{ message: t.conflict }] : []),
    ...(untilError ? [{ id: "until", message: untilError }] : []),
    ...(textError ? [{ id: "text", message: textError }] : []),
  ];
  const page = `/operations/breaches/${params.customerId}/${params.caseId}`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.title}
        lead={words.lead(view.customerName)}
        trail={[
          { to: "/operations/breaches", label: t.title },
          { to: page, label: t.case.title },
        ]}
        failed={errors.length > 0}
      />
      <div className="flex flex-col gap-10">
        <CaseFacts view={view} item={item} />
        <Confirmation
          title={words.title}
          happens={words.happens}
          intent="demand"
          clickId={clickId}
          submit={words.submit}
          back={{ to: page, label: t.case.back }}
        >
          <Field
            field={{ id: "until", errors: untilError ? [untilError] : undefined }}
            label={words.until}
            required
            support={words.untilSupport}
          >
            <TextInput
              type="date"
              name="until"
              size={12}
              defaultValue={actionData?.typed.until ?? proposed}
            />
          </Field>
          <Derivation of={derivation} />
          <Field
            field={{ id: "text", errors: textError ? [textError] : undefined }}
            label={words.text}
            required
            support={words.textSupport}
          >
            <Textarea name="text" rows={8} defaultValue={actionData?.typed.text ?? ""} />
          </Field>
        </Confirmation>
      </div>
    </>
  );
}
