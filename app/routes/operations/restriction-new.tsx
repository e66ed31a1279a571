import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { menusToChoose } from "#app/usecases/notices/menus-to-choose.ts";
import { lineOf, typedFields } from "#app/usecases/notices/typed-fields.ts";
import { planRestriction } from "#app/usecases/restrictions/plan-restriction.ts";
import { reasonsToChoose } from "#app/usecases/restrictions/reasons.ts";
import type { Route } from "./+types/restriction-new.ts";
import { answerForm } from "./notices/answer-form.ts";
import { faultWords } from "./restrictions/fault-words.ts";
import { PlanForm } from "./restrictions/plan-form.tsx";
import { PlanReview } from "./restrictions/plan-review.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  return {
    menus: await answer(() => menusToChoose(principalOf(context))),
    reasons: reasonsToChoose(),
    clickId: newIdentifier(),
    restrictionId: newIdentifier(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const restrictionId = lineOf(typed, "restrictionId");
  const target = { restrictionId, clickId: String(form.get("clickId") ?? "") };
  return answerForm(
    String(form.get("intent") ?? ""),
    typed,
    (send) => planRestriction(principalOf(context), target, typed, send),
    `/operations/restrictions/${restrictionId}?done=planned`,
  );
}

export default function PlanRestriction({ loaderData, actionData }: Route.ComponentProps) {
  const { menus, reasons, clickId, restrictionId } = loaderData;
  const t = useMessages().restrictions;
  const errors = actionData?.outcome === "faults" ? faultWords(t, { ...actionData.faults }) : [];
  const typed = actionData?.typed ?? { restrictionId: [restrictionId] };
  const list = { to: "/operations/restrictions", label: t.back };
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.staff.plan}
        lead={t.staff.planLead}
        trail={[{ to: list.to, label: t.staff.title }]}
        failed={errors.length > 0}
      />
      {actionData?.outcome === "review" ? (
        <PlanReview {...actionData} reasons={reasons} clickId={clickId} back={list} />
      ) : (
        <PlanForm
          {...{ typed, menus, reasons, errors, clickId }}
          back={list}
          key={actionData?.outcome}
        />
      )}
    </>
  );
}
