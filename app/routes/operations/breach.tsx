import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { readUpload } from "#app/middleware/upload.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { consequenceOf, itemLabel } from "#app/usecases/breaches/item-label.ts";
import { readCase } from "#app/usecases/breaches/read-case.ts";
import type { Route } from "./+types/breach.ts";
import { caseAction } from "./breach/case-action.ts";
import { CaseContracts } from "./breach/case-contracts.tsx";
import { CaseFacts, CaseNotes } from "./breach/case-facts.tsx";
import { CaseTimeline } from "./breach/case-timeline.tsx";
import { useCaseFailure } from "./breach/case-failure.ts";
import { confirmed, ConfirmStep } from "./breach/confirmations.tsx";
import { EvidenceSection } from "./breach/evidence.tsx";
import { NextSteps } from "./breach/next-steps.tsx";
import { ReviewSection } from "./breach/review.tsx";

const pageOf = ({ customerId, caseId }: { customerId: string; caseId: string }) =>
  `/operations/breaches/${customerId}/${caseId}`;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { customerId, caseId } = params;
  const search = new URL(request.url).searchParams;
  const view = await answer(() => readCase(principalOf(context), customerId, caseId));
  return {
    view,
    item: { item: view.item, label: itemLabel(view.item) },
    consequence: consequenceOf(view.item),
    clickId: newIdentifier(),
    step: confirmed.find((name) => name === search.get("confirm") && view.can[name]) ?? null,
    done: search.get("done"),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const principal = principalOf(context);
  return answer(async () =>
    caseAction(principal, params, pageOf(params), await readUpload(request)),
  );
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function BreachPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, item, consequence, clickId, step, done } = loaderData;
  const t = useMessages().breach;
  const failure = useCaseFailure(actionData);
  const { customerId } = params;
  const page = pageOf(params);
  const isDraft = view.can.record;
  return (
    <>
      <ErrorSummary errors={failure.summary} />
      <PageHeader
        title={t.case.title}
        lead={view.customerName}
        trail={[{ to: "/operations/breaches", label: t.title }]}
        status={<MachineStatus machine="breachCase" state={view.status} />}
        failed={failure.summary.length > 0}
      />
      <div className="flex flex-col gap-12">
        {done && t.done[done] && failure.summary.length === 0 ? (
          <Notice kind="success" live title={t.done[done]} />
        ) : null}
        {step ? (
          <ConfirmStep
            view={view}
            step={step}
            clickId={clickId}
            page={page}
            error={failure.of(step)}
            typed={actionData?.typed}
          />
        ) : (
          <>
            {isDraft ? null : <NextSteps view={view} page={page} />}
            <CaseFacts view={view} item={item} />
            <CaseNotes notes={view.notes} />
            <CaseContracts contracts={view.contracts} customerId={customerId} />
            <EvidenceSection
              view={view}
              customerId={customerId}
              clickId={clickId}
              errors={failure.files}
            />
            {isDraft ? (
              <ReviewSection view={view} consequence={consequence} clickId={clickId} />
            ) : (
              <CaseTimeline view={view} />
            )}
          </>
        )}
      </div>
    </>
  );
}
