import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { ErrorSummary, type SummaryError } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { itemLabel } from "#app/usecases/breaches/item-label.ts";
import {
  previewTermination,
  terminateContracts,
} from "#app/usecases/breaches/terminate-contracts.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/termination.ts";
import { ContractChoice } from "./breach/contract-choice.tsx";
import { DebtsTable } from "./breach/debts-table.tsx";
import { ItemText } from "./breach/item-text.tsx";
import { Confirmation } from "./confirmation.tsx";

const caseOf = ({ customerId, caseId }: { customerId: string; caseId: string }) =>
  `/operations/breaches/${customerId}/${caseId}`;

export async function loader({ params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  return answer(async () => {
    try {
      const preview = await previewTermination(principal, params);
      return { preview, label: itemLabel(preview.item), clickId: newIdentifier() };
    } catch (error) {
      // The case ends no contract now, or has ended them: its page says how it stands.
      if (error instanceof Problem && error.code === "conflict")
        throw redirect(caseOf(params), 303);
      throw error;
    }
  });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = new URLSearchParams(await request.text());
  const { customerId, caseId } = params;
  const target = { customerId, caseId, clickId: form.get("clickId") ?? "" };
  const chosen = form.getAll("contracts");
  return answer(async () => {
    try {
      const day = form.get("day") ?? "";
      const error = await terminateContracts(principalOf(context), target, chosen, day);
      if (!error) return redirect(`${caseOf(params)}?done=terminated`, 303);
      return data({ error, chosen }, { status: 422 });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return data({ error: "conflict" as const, chosen }, { status: 409 });
    }
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function TerminationPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { preview, label, clickId } = loaderData;
  const t = useMessages().breach;
  const words = t.termination;
  const locale = useLocale();
  const { contracts, clause, today, accelerates, returnDay } = preview;
  const { ends, access, refund, due, unpaid, devices } = words.happens;
  const missing = actionData?.error === "contractsMissing" ? words.missing : undefined;
  const errors: SummaryError[] = [
    ...(actionData?.error === "conflict" ? [{ message: t.conflict }] : []),
    ...(missing ? [{ id: "contracts", message: missing }] : []),
  ];
  const all = contracts.map(({ contractId }) => contractId);
  const page = caseOf(params);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.title}
        lead={
          <>
            <p>{words.lead(preview.customerName, formatDay(today))}</p>
            <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-700">{words.by}</span>
              {clause === preview.item ? null : <ClauseChip clause={clause} />}
              <ItemText item={preview.item} label={label} />
            </p>
          </>
        }
        trail={[
          { to: "/operations/breaches", label: t.title },
          { to: page, label: t.case.title },
        ]}
        failed={errors.length > 0}
      />
      <div className="flex flex-col gap-10">
        <DebtsTable debts={preview.debts} />
        {contracts.length === 0 ? (
          <Notice title={words.none} />
        ) : (
          <Confirmation
            title={words.happensTitle}
            happens={[
              { text: ends.text, clause },
              accelerates ? due : unpaid,
              refund,
              access,
              ...(returnDay ? [devices(formatDay(returnDay))] : []),
            ]}
            intent="terminate"
            clickId={clickId}
            submit={words.submit}
            danger
            back={{ to: page, label: t.case.back }}
          >
            <input type="hidden" name="day" value={today} />
            <ContractChoice
              legend={words.contracts}
              support={words.contractsSupport}
              error={missing}
              contracts={contracts.map(({ contractId, number, status, menuName, termEnd }) => ({
                ...{ contractId, number },
                detail: (
                  <span className="flex flex-wrap items-center gap-2">
                    <MachineStatus machine="contract" state={status} /> {menuName[locale]},{" "}
                    {termEnd ? words.termEnd(formatDay(termEnd)) : words.notStarted}
                  </span>
                ),
              }))}
              chosen={actionData?.error === "contractsMissing" ? actionData.chosen : all}
            />
          </Confirmation>
        )}
      </div>
    </>
  );
}
