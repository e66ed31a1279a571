import { data, Form, redirect, useActionData } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import {
  erasureAnswersOf,
  erasureQuestions,
  recordErasure,
} from "#app/usecases/contracts/erasure/record-erasure.ts";
import { readContractForStaff } from "#app/usecases/contracts/read-contract-for-staff.ts";
import { Problem } from "#app/usecases/problem.ts";
import { ErasurePlan } from "./contract/erasure-plan.tsx";
import type { Route } from "./+types/erasure.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { customerId, contractId } = params;
  const { number, customerName, erasure, picture } = await answer(() =>
    readContractForStaff(principalOf(context), customerId, contractId),
  );
  if (!erasure) throw data(null, { status: 404 });
  const { due, done, plan } = erasure;
  const isEarly = picture.today < due.day;
  return {
    number,
    customerName,
    due,
    plan,
    isDone: done !== null,
    isEarly,
    clickId: crypto.randomUUID(),
    ...erasureQuestions,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const answers = erasureAnswersOf(form);
  const target = { ...params, clickId: String(form.get("clickId") ?? "") };
  return answer(async () => {
    try {
      const result = await recordErasure(principalOf(context), target, answers);
      if (result !== "erased") {
        return data({ answers, missing: result.missing, isConflict: false }, { status: 422 });
      }
    } catch (error) {
      if (!(error instanceof Problem && error.code === "conflict")) throw error;
      return data({ answers, missing: [], isConflict: true }, { status: 409 });
    }
    const { customerId, contractId } = params;
    return redirect(`/operations/contracts/${customerId}/${contractId}?done=dataErased`, 303);
  });
}

/** Staff record what became of a customer's data and logs, store by store (データの消去, A18.1). */
export default function Erasure({ loaderData, params }: Route.ComponentProps) {
  const { number, customerName, due, plan, isDone, isEarly, clickId, stores, outcomes } =
    loaderData;
  const result = useActionData<typeof action>();
  const t = useMessages();
  const words = t.erasure;
  const page = `/operations/contracts/${params.customerId}/${params.contractId}`;
  const wrong = result?.missing ?? [];
  const errors = [
    ...(result?.isConflict || (isDone && !result) ? [{ message: words.conflict }] : []),
    ...wrong.map((store) => ({ id: store, message: words.missing(words.stores[store]) })),
  ];
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.title}
        lead={customerName}
        trail={[{ to: page, label: t.operations.contract.title(number ?? "") }]}
        failed={errors.length > 0}
      />
      <div className="flex flex-col gap-8">
        <p className="measure">{words.lead}</p>
        <div className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-700">{words.due}</span>
          <ExplainedDay {...due} clause="A18.1" />
        </div>
        {isEarly && !isDone ? <Notice kind="info" title={words.early(formatDay(due.day))} /> : null}
        <Notice kind="warning" title={words.warning} />
        <ErasurePlan plan={plan} />
        {isDone ? null : (
          <Form method="post" noValidate className="flex flex-col gap-8">
            <input type="hidden" name="clickId" value={clickId} />
            {stores.map((store) => (
              <RadioGroup
                key={store}
                field={{
                  ...{ id: store, name: store },
                  errors: wrong.includes(store) ? [words.missing(words.stores[store])] : undefined,
                }}
                legend={words.stores[store]}
                required
                defaultValue={result?.answers[store]}
                options={outcomes.map((value) => {
                  return { value, label: words.outcomes[value] };
                })}
              />
            ))}
            <div className="flex flex-wrap gap-3">
              <Button look="danger" size="large">
                {words.submit}
              </Button>
              <LinkButton to={page} look="secondary" size="large">
                {words.back}
              </LinkButton>
            </div>
          </Form>
        )}
      </div>
    </>
  );
}
