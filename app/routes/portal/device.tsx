import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LoanView } from "#app/routes/loans/loan-view.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { actNamed } from "#app/usecases/loans/acts.ts";
import { readOwnLoan } from "#app/usecases/loans/read-loan.ts";
import type { Route } from "./+types/device.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const view = await answer(() => readOwnLoan(principalOf(context), params.loanId));
  return { view, done: actNamed(new URL(request.url).searchParams.get("done") ?? "") };
}

export default function Device({ loaderData, params }: Route.ComponentProps) {
  const { view, done } = loaderData;
  const { loans: t, matters } = useMessages();
  const { loan } = view;
  return (
    <>
      <PageHeader
        title={loan.serialNumber ?? t.noDevice}
        trail={[{ to: "/portal/devices", label: t.title }]}
        status={<MachineStatus machine="device" state={loan.status} />}
      />
      {done ? <Notice kind="success" live title={t.acts[done].done} className="mb-8" /> : null}
      <LoanView
        view={view}
        page={`/portal/devices/${params.loanId}`}
        names={[
          {
            term: t.columns.contract,
            description: (
              <Link to={`/portal/contracts/${loan.contractId}`}>{loan.contractNumber}</Link>
            ),
          },
        ]}
      >
        {view.acts.length > 0 && loan.serialNumber ? (
          <div>
            <LinkButton to="/portal/matters/new/claim" look="secondary">
              {matters.reportClaim}
            </LinkButton>
          </div>
        ) : null}
      </LoanView>
    </>
  );
}
