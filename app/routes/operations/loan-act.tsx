import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { actClauses, requireAct, runAct } from "#app/routes/loans/act-action.ts";
import { ActPage } from "#app/routes/loans/act-page.tsx";
import { firstValues } from "#app/usecases/loans/first-values.ts";
import { readLoan } from "#app/usecases/loans/read-loan.ts";
import type { Route } from "./+types/loan-act.ts";

const pageOf = ({ customerId, loanId }: { customerId: string; loanId: string }) =>
  `/operations/loans/${customerId}/${loanId}`;

export async function loader({ params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  return answer(async () => {
    const act = requireAct(params.act);
    const view = await readLoan(principal, "operations", params);
    const beginning = await firstValues(principal, "operations", act, view);
    const { serialNumber } = view.loan;
    return { act, serialNumber, beginning, clauses: actClauses(act), clickId: newIdentifier() };
  });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const how = { name: params.act, form, page: pageOf(params) };
  return runAct(principalOf(context), "operations", params, how);
}

export default function LoanActForStaff({ loaderData, actionData, params }: Route.ComponentProps) {
  const list = { to: "/operations/loans", label: useMessages().loans.staffTitle };
  return <ActPage {...loaderData} answer={actionData} page={pageOf(params)} list={list} />;
}
