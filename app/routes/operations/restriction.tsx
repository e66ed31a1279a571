import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { tokyoTimeOf, typedFields, type TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readRestriction } from "#app/usecases/restrictions/read-restriction.ts";
import type { RestrictionView } from "#app/usecases/restrictions/restriction-view.ts";
import {
  announceEnd,
  changeRestriction,
  endRestriction,
} from "#app/usecases/restrictions/steer-restriction.ts";
import type { Route } from "./+types/restriction.ts";
import { AffectedSection } from "./notices/affected-section.tsx";
import { DeliveriesTable } from "./notices/deliveries-table.tsx";
import { ReachedTable } from "./notices/reached-table.tsx";
import { RestrictionFacts } from "./restrictions/facts.tsx";
import { faultWords } from "./restrictions/fault-words.ts";
import { openSteps, Step } from "./restrictions/step.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const read = await answer(() => readRestriction(principalOf(context), params.restrictionId));
  return {
    ...read,
    step: search.get("step"),
    done: search.get("done"),
    clickId: newIdentifier(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const intent = String(form.get("intent") ?? "");
  const principal = principalOf(context);
  const { restrictionId } = params;
  const target = { restrictionId, clickId: String(form.get("clickId") ?? "") };
  const result = await answer(async () => {
    if (intent === "change") return changeRestriction(principal, target, typed);
    if (intent === "announceEnd") return announceEnd(principal, target, typed);
    if (intent !== "lift" && intent !== "callOff")
      throw new Problem("invalid", `no such act: ${intent}`);
    await endRestriction(principal, target, intent);
    return { outcome: "sent" as const };
  });
  if (result.outcome === "faults") {
    return data({ typed, faults: { ...result.faults } as Record<string, string> }, { status: 422 });
  }
  const done = { change: "changed", announceEnd: "ending", lift: "lifted", callOff: "calledOff" };
  const word = done[intent as keyof typeof done];
  return redirect(`/operations/restrictions/${restrictionId}?done=${word}`, 303);
}

/** What may be changed, as its form would have been typed. */
const typedOf = ({ endsAt, text }: RestrictionView): TypedFields => ({
  endsAt: endsAt ? [tokyoTimeOf(endsAt)] : [],
  textJa: [text.ja],
  textEn: [text.en],
});

export default function RestrictionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { restriction, affected, reached, deliveries, done, clickId } = loaderData;
  const t = useMessages().restrictions;
  const locale = useLocale();
  const page = `/operations/restrictions/${restriction.restrictionId}`;
  const errors = actionData ? faultWords(t, actionData.faults) : [];
  const steps = openSteps(restriction);
  const step = steps.find((one) => one === loaderData.step);
  const labels = {
    change: t.staff.change,
    lift: t.staff.lift,
    callOff: t.staff.callOff,
    announceEnd: t.staff.announceEnd,
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.staff.page(restriction.reason[locale])}
        trail={[{ to: "/operations/restrictions", label: t.staff.title }]}
        status={<MachineStatus machine="restriction" state={restriction.status} />}
        actions={
          step
            ? null
            : steps.map((one, at) => (
                <LinkButton key={one} to={`?step=${one}`} look={at === 1 ? "primary" : "secondary"}>
                  {labels[one]}
                </LinkButton>
              ))
        }
        failed={errors.length > 0}
      />
      {done && t.staff.done[done] ? (
        <Notice kind="success" live title={t.staff.done[done]} className="mb-8" />
      ) : null}
      {step ? (
        <Step
          {...{ step, restriction, affected, errors, clickId }}
          typed={actionData?.typed ?? (step === "change" ? typedOf(restriction) : {})}
          back={{ to: page, label: t.staff.backToPage }}
        />
      ) : (
        <div className="flex flex-col gap-10">
          <RestrictionFacts restriction={restriction} />
          {steps.length > 0 ? <AffectedSection affected={affected} /> : null}
          <ReachedTable reached={reached} />
          {deliveries.length > 0 ? <DeliveriesTable deliveries={deliveries} /> : null}
        </div>
      )}
    </>
  );
}
