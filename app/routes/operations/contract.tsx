import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { contractForOperations } from "#app/usecases/contracts/contract-for-operations.ts";
import { recordSettlement, settlements } from "#app/usecases/contracts/record-settlement.ts";
import { additionDecisions, decideAddition } from "#app/usecases/contracts/decide-addition.ts";
import { liftSuspension, suspendService } from "#app/usecases/contracts/suspension.ts";
import { Problem } from "#app/usecases/problem.ts";
import { contractChart } from "../portal/contract-chart.server.ts";
import { AssignmentLinks } from "../portal/assignment-links.tsx";
import { ContractExits } from "../portal/contract-exits.tsx";
import { ContractFacts } from "../portal/contract-facts.tsx";
import { ContractPicture } from "../portal/contract-picture.tsx";
import { InvoicesTable, OptionsTable } from "../portal/contract-tables.tsx";
import type { Route } from "./+types/contract.ts";
import { AdditionsSection } from "./contract/additions.tsx";
import { WindDownSection } from "./contract/wind-down.tsx";
import { SuspensionSection } from "./contract/suspension.tsx";
import { staffAction, type StaffOutcome } from "./staff-action.ts";

/** The states in which a notice can be given. */
const living = ["accepted", "preparing", "active"];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { customerId, contractId } = params;
  const search = new URL(request.url).searchParams;
  const principal = principalOf(context);
  return {
    ...(await answer(() => contractForOperations(principal, customerId, contractId))),
    chart: await contractChart(context.get(localeContext)),
    clickId: newIdentifier(),
    done: search.get("done"),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const principal = principalOf(context);
  const target = { ...params, clickId: String(form.get("clickId") ?? "") };
  const work = async (): Promise<StaffOutcome> => {
    const settlement = settlements.find((one) => one === intent);
    if (settlement) {
      await recordSettlement(principal, target, settlement);
      return { done: settlement };
    }
    const decision = additionDecisions.find((one) => one === intent);
    if (decision) {
      const optionId = String(form.get("optionId") ?? "");
      const result = await decideAddition(principal, target, decision, optionId);
      return result === "menuGone" ? { error: result, intent } : { done: result };
    }
    if (intent === "suspend") {
      const result = await suspendService(principal, target, form.get("cause"));
      return result === "suspended" ? { done: result } : { error: result, intent };
    }
    if (intent === "lift") {
      const result = await liftSuspension(principal, target, form.get("cause"));
      return result === "lifted" ? { done: result } : { error: result, intent };
    }
    throw new Problem("invalid", `no such act: ${intent}`);
  };
  return staffAction(
    `/operations/contracts/${target.customerId}/${target.contractId}`,
    intent,
    work,
  );
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function OperationsContract({
  loaderData,
  actionData,
  params,
}: Route.ComponentProps) {
  const { view, windDown, returnDay, loans, materials, openCases, chart, clickId, done } =
    loaderData;
  const t = useMessages();
  const ids = `${params.customerId}/${params.contractId}`;
  const told: Record<string, string | undefined> = t.operations.done;
  const errors: Record<string, string> = {
    causeMissing: t.operations.contract.causeMissing,
    menuGone: t.operations.contract.menuGone,
  };
  const message = actionData && (errors[actionData.error] ?? t.operations.conflict);
  const field = actionData?.error === "causeMissing" ? "cause" : undefined;
  const page = `/operations/contracts/${ids}`;
  return (
    <>
      <ErrorSummary errors={message ? [{ id: field, message }] : []} />
      <PageHeader
        title={t.operations.contract.title(view.number ?? "")}
        lead={view.customerName}
        trail={[{ to: "/operations/contracts", label: t.operations.contracts.title }]}
        status={<MachineStatus machine="contract" state={view.status} />}
        actions={
          <>
            {view.links.predecessor ? null : (
              <LinkButton to={`/operations/orders/${ids}`} look="secondary">
                {t.operations.contract.toOrder}
              </LinkButton>
            )}
            {living.includes(view.status) ? (
              <LinkButton to={`${page}/cancellation`} look="secondary">
                {t.contract.notices.operator.link}
              </LinkButton>
            ) : null}
            {view.notices.pending.length + view.notices.sent.length > 0 ? (
              <LinkButton to={`${page}/notices`} look="secondary">
                {t.contract.notices.staff.link}
              </LinkButton>
            ) : null}
            <LinkButton to={`${page}/what-if`} look="secondary">
              {t.whatIf.link}
            </LinkButton>
            <LinkButton
              to={`/operations/breaches/${params.customerId}/new?contract=${params.contractId}`}
              look="secondary"
            >
              {t.breach.contractLink}
            </LinkButton>
          </>
        }
        failed={message !== undefined}
      />
      <div className="flex flex-col gap-12">
        {done && told[done] && !message ? <Notice kind="success" live title={told[done]} /> : null}
        {windDown ? (
          <WindDownSection
            windDown={windDown}
            returnDay={returnDay}
            loans={loans}
            materials={materials}
            customerId={params.customerId}
            clickId={clickId}
            page={page}
          />
        ) : null}
        <AssignmentLinks
          links={view.links}
          to={({ customerId, contractId }) => `/operations/contracts/${customerId}/${contractId}`}
        />
        <ContractFacts view={view} page={page} />
        <ContractExits view={view} />
        <InvoicesTable invoices={view.invoices} to={() => null} />
        {view.options.length > 0 ? <OptionsTable options={view.options} /> : null}
        <AdditionsSection options={view.requestedOptions} clickId={clickId} />
        {view.status === "active" ? (
          <SuspensionSection
            suspensions={view.suspensions}
            openCases={openCases}
            ids={params}
            clickId={clickId}
            error={field ? message : undefined}
          />
        ) : null}
        <ContractPicture picture={view.picture} chart={chart} forStaff />
      </div>
    </>
  );
}
