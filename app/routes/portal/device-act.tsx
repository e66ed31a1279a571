import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { actClauses, requireAct, runAct } from "#app/routes/loans/act-action.ts";
import { ActPage } from "#app/routes/loans/act-page.tsx";
import { asMember } from "#app/usecases/principal.ts";
import { firstValues } from "#app/usecases/loans/first-values.ts";
import { readOwnLoan } from "#app/usecases/loans/read-loan.ts";
import type { Route } from "./+types/device-act.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  return answer(async () => {
    const act = requireAct(params.act);
    const view = await readOwnLoan(principal, params.loanId);
    const beginning = await firstValues(principal, "customer", act, view);
    const { serialNumber } = view.loan;
    return { act, serialNumber, beginning, clauses: actClauses(act), clickId: newIdentifier() };
  });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const principal = principalOf(context);
  const form = await request.formData();
  const { customerId } = await answer(async () => asMember(principal));
  const page = `/portal/devices/${params.loanId}`;
  const target = { customerId, loanId: params.loanId };
  return runAct(principal, "customer", target, { name: params.act, form, page });
}

export default function DeviceAct({ loaderData, actionData, params }: Route.ComponentProps) {
  const list = { to: "/portal/devices", label: useMessages().loans.title };
  const page = `/portal/devices/${params.loanId}`;
  return <ActPage {...loaderData} answer={actionData} page={page} list={list} />;
}
