import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { planMaintenance } from "#app/usecases/maintenance/plan-maintenance.ts";
import { menusToChoose } from "#app/usecases/notices/menus-to-choose.ts";
import { lineOf, typedFields } from "#app/usecases/notices/typed-fields.ts";
import type { Route } from "./+types/maintenance-new.ts";
import { answerForm } from "./notices/answer-form.ts";
import { faultWords, WindowForm } from "./maintenance/window-form.tsx";
import { WindowReview } from "./maintenance/window-review.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  return {
    menus: await answer(() => menusToChoose(principalOf(context))),
    clickId: newIdentifier(),
    maintenanceId: newIdentifier(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const maintenanceId = lineOf(typed, "maintenanceId");
  const target = { maintenanceId, clickId: String(form.get("clickId") ?? "") };
  return answerForm(
    String(form.get("intent") ?? ""),
    typed,
    (send) => planMaintenance(principalOf(context), target, typed, send),
    `/operations/maintenance/${maintenanceId}?done=planned`,
  );
}

export default function PlanMaintenance({ loaderData, actionData }: Route.ComponentProps) {
  const { menus, clickId, maintenanceId } = loaderData;
  const t = useMessages().maintenance;
  const errors =
    actionData?.outcome === "faults" ? faultWords(t.staff, { ...actionData.faults }) : [];
  const typed = actionData?.typed ?? { maintenanceId: [maintenanceId] };
  const list = { to: "/operations/maintenance", label: t.staff.back };
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.staff.plan}
        lead={t.staff.planLead}
        trail={[{ to: list.to, label: t.title }]}
        failed={errors.length > 0}
      />
      {actionData?.outcome === "review" ? (
        <WindowReview {...actionData} clickId={clickId} isChange={false} back={list} />
      ) : (
        <WindowForm
          {...{ typed, menus, errors, clickId }}
          begunAt={null}
          back={list}
          key={actionData?.outcome}
        />
      )}
    </>
  );
}
