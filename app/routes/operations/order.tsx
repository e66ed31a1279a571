import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { answer } from "#app/middleware/answer.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary, type SummaryError } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { setStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { acceptOrder, rejectOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { readOrderDossier } from "#app/usecases/orders/order-dossier.ts";
import { Problem } from "#app/usecases/problem.ts";
import { errorWords } from "../portal/order/error-words.ts";
import type { Route } from "./+types/order.ts";
import { AcceptForm, RejectForm } from "./order/decision.tsx";
import { EarlierBreaches } from "./order/earlier-breaches.tsx";
import { NextStep } from "./order/next-step.tsx";
import { OrderPapers } from "./order/order-papers.tsx";
import { staffAction, type StaffOutcome } from "./staff-action.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { customerId, contractId } = params;
  const search = new URL(request.url).searchParams;
  return {
    dossier: await answer(() => readOrderDossier(principalOf(context), customerId, contractId)),
    clickId: newIdentifier(),
    confirm: search.get("confirm"),
    done: search.get("done"),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const principal = principalOf(context);
  const target = { ...params, clickId: String(form.get("clickId") ?? "") };
  const work: Record<string, () => Promise<StaffOutcome>> = {
    verify: async () => {
      await verifyMaintenance(principal, target);
      return { done: "verified" };
    },
    accept: async () => {
      const result = await acceptOrder(principal, target);
      return result === "accepted" ? { done: result } : { error: result, intent };
    },
    reject: async () => {
      const result = await rejectOrder(principal, target, form.get("reason"));
      return result === "rejected" ? { done: result } : { error: result, intent };
    },
    setStart: async () => {
      const result = await setStartDay(principal, target, form.get("startDay") ?? "");
      return result.outcome === "invalid"
        ? { error: result.code, intent }
        : { done: result.outcome };
    },
  };
  const page = `/operations/orders/${target.customerId}/${target.contractId}`;
  return staffAction(page, intent, async () => {
    if (!Object.hasOwn(work, intent)) throw new Problem("invalid", `no such act: ${intent}`);
    return (work[intent] as () => Promise<StaffOutcome>)();
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function OrderPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { dossier, clickId, confirm, done } = loaderData;
  const t = useMessages();
  const { contract } = dossier;
  const page = `/operations/orders/${params.customerId}/${params.contractId}`;
  const told: Record<string, string | undefined> = t.operations.done;
  const failure = useFailure(actionData);
  const open = contract.status === "submitted";
  const props = { dossier, clickId, page, failure };
  const isAsking = open && (confirm === "accept" || confirm === "reject");
  return (
    <>
      <ErrorSummary errors={failure ? [failure] : []} />
      <PageHeader
        title={t.operations.order.title(contract.number ?? "")}
        trail={[{ to: "/operations", label: t.work.title }]}
        status={<MachineStatus machine="contract" state={contract.status} />}
        actions={
          <LinkButton
            to={`/operations/contracts/${params.customerId}/${params.contractId}`}
            look="secondary"
          >
            {t.operations.order.toContract}
          </LinkButton>
        }
        failed={failure !== null}
      />
      <div className="flex flex-col gap-10">
        {done && told[done] && !failure ? <Notice kind="success" live title={told[done]} /> : null}
        <EarlierBreaches breaches={dossier.earlierBreaches} />
        {open && confirm === "accept" ? <AcceptForm {...props} /> : null}
        {open && confirm === "reject" ? <RejectForm {...props} /> : null}
        {isAsking ? null : (
          <>
            <NextStep {...props} />
            <OrderPapers dossier={dossier} />
          </>
        )}
      </div>
    </>
  );
}

/** What went wrong with a form, in words, with the field that it belongs to. */
function useFailure(outcome: { error: string; intent: string } | undefined): SummaryError | null {
  const t = useMessages();
  if (!outcome) return null;
  const { error, intent } = outcome;
  if (error === "conflict") return { message: t.operations.conflict };
  if (error === "menuGone") return { message: t.operations.order.menuGone };
  if (error === "consentAwaited") return { message: t.operations.order.consentAwaited };
  if (error === "maintenanceUnverified") {
    return { message: t.operations.order.maintenanceUnverified };
  }
  if (intent === "reject") return { id: "reason", message: t.operations.order.reasonMissing };
  return { id: "startDay", message: errorWords(t.order, "startDay", error) };
}
