import { redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import {
  callOffMaintenance,
  changeMaintenance,
} from "#app/usecases/maintenance/plan-maintenance.ts";
import { readMaintenanceForStaff } from "#app/usecases/maintenance/read-maintenance.ts";
import { menusToChoose } from "#app/usecases/notices/menus-to-choose.ts";
import { previewAffected } from "#app/usecases/notices/preview-affected.ts";
import { tokyoTimeOf, typedFields } from "#app/usecases/notices/typed-fields.ts";
import type { Route } from "./+types/maintenance-window.ts";
import { answerForm } from "./notices/answer-form.ts";
import { CallOff } from "./maintenance/call-off.tsx";
import { faultWords, WindowForm } from "./maintenance/window-form.tsx";
import { WindowFacts, WindowReview } from "./maintenance/window-review.tsx";
import { DeliveriesTable } from "./notices/deliveries-table.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const search = new URL(request.url).searchParams;
  const step = search.get("step");
  return answer(async () => {
    const read = await readMaintenanceForStaff(principal, params.maintenanceId);
    const scopes = [{ kind: "menus", menus: read.window.menus } as const];
    return {
      ...read,
      step,
      done: search.get("done"),
      clickId: newIdentifier(),
      menus: step === "change" ? await menusToChoose(principal) : [],
      affected: step === "callOff" ? await previewAffected(principal, scopes) : null,
    };
  });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { maintenanceId } = params;
  const form = await request.formData();
  const typed = typedFields(form);
  const intent = String(form.get("intent") ?? "");
  const principal = principalOf(context);
  const target = { maintenanceId, clickId: String(form.get("clickId") ?? "") };
  const page = `/operations/maintenance/${maintenanceId}`;
  if (intent === "callOff") {
    const result = await answer(() => callOffMaintenance(principal, target, typed));
    return result.outcome === "sent"
      ? redirect(`${page}?done=cancelled`, 303)
      : { ...result, typed };
  }
  return answerForm(
    intent,
    typed,
    (send) => changeMaintenance(principal, target, typed, send),
    `${page}?done=changed`,
  );
}

/** A window as its form would have been typed. */
const typedOf = (window: MaintenanceWindow) => ({
  startsAt: [tokyoTimeOf(window.startsAt)],
  endsAt: [tokyoTimeOf(window.endsAt)],
  menus: window.menus.map(({ code }) => code),
  titleJa: [window.titleJa],
  titleEn: [window.titleEn],
  textJa: [window.textJa],
  textEn: [window.textEn],
});

export default function MaintenanceWindowPage({ loaderData, actionData }: Route.ComponentProps) {
  const { window, deliveries, step, done, clickId, menus, affected } = loaderData;
  const t = useMessages().maintenance;
  const isJapanese = useLocale() === "ja";
  const page = `/operations/maintenance/${window.maintenanceId}`;
  const back = { to: page, label: t.staff.backToWindow };
  const errors =
    actionData?.outcome === "faults" ? faultWords(t.staff, { ...actionData.faults }) : [];
  const typed = actionData?.typed ?? typedOf(window);
  const reason = isJapanese ? window.reasonJa : window.reasonEn;
  const isOpen = window.status === "planned" || window.status === "underWay";
  const body = () => {
    if (actionData?.outcome === "review") {
      return <WindowReview {...actionData} clickId={clickId} isChange back={back} />;
    }
    if (step === "change" && isOpen) {
      const begunAt = window.status === "underWay" ? window.startsAt : null;
      return (
        <WindowForm
          {...{ typed, menus, errors, clickId, begunAt, back }}
          key={actionData?.outcome}
        />
      );
    }
    if (affected && window.status === "planned") {
      return <CallOff {...{ window, affected, errors, clickId, back }} typed={actionData?.typed} />;
    }
    return (
      <div className="flex flex-col gap-10">
        <WindowFacts window={window} />
        {reason ? <p className="measure">{t.reason(reason)}</p> : null}
        <DeliveriesTable deliveries={deliveries} />
      </div>
    );
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={isJapanese ? window.titleJa : window.titleEn}
        trail={[{ to: "/operations/maintenance", label: t.title }]}
        status={<MachineStatus machine="maintenance" state={window.status} />}
        actions={
          step === null && isOpen ? (
            <>
              <LinkButton to="?step=change">{t.staff.change}</LinkButton>
              {window.status === "planned" ? (
                <LinkButton to="?step=callOff" look="secondary">
                  {t.staff.callOff}
                </LinkButton>
              ) : null}
            </>
          ) : null
        }
        failed={errors.length > 0}
      />
      {done && t.staff.done[done] ? (
        <Notice kind="success" live title={t.staff.done[done]} className="mb-8" />
      ) : null}
      {body()}
    </>
  );
}
