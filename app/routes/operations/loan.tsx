import { data, Form, Link, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LoanView } from "#app/routes/loans/loan-view.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { actNamed } from "#app/usecases/loans/acts.ts";
import { allocateDevice } from "#app/usecases/loans/allocate-device.ts";
import { readLoan } from "#app/usecases/loans/read-loan.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/loan.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const view = await answer(() => readLoan(principalOf(context), "operations", params));
  const done = new URL(request.url).searchParams.get("done");
  return { view, done, clickId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const target = { ...params, clickId: String(form.get("clickId") ?? "") };
  return answer(async () => {
    try {
      const serialNumber = await allocateDevice(principalOf(context), target);
      if (serialNumber === null) return data({ failed: "none" as const }, { status: 409 });
      return redirect(
        `/operations/loans/${params.customerId}/${params.loanId}?done=allocated`,
        303,
      );
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return data({ failed: "conflict" as const }, { status: 409 });
    }
  });
}

/** Where the customer can be asked about the device that it has (A8.4). */
const withCustomer = ["delivered", "installed", "inService", "returnDue", "overdue", "recovering"];

export default function LoanForStaff({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, done, clickId } = loaderData;
  const { loans: t, matters } = useMessages();
  const { loan, reserved } = view;
  const act = done ? actNamed(done) : null;
  const word = act ? t.acts[act].done : done === "allocated" ? t.allocate.done : null;
  const page = `/operations/loans/${params.customerId}/${params.loanId}`;
  const failed = actionData ? { none: t.allocate.none, conflict: t.conflict } : null;
  return (
    <>
      <PageHeader
        title={loan.serialNumber ?? t.noDevice}
        trail={[{ to: "/operations/loans", label: t.staffTitle }]}
        status={<MachineStatus machine="device" state={loan.status} />}
        failed={failed !== null}
      />
      {word && !failed ? <Notice kind="success" live title={word} className="mb-8" /> : null}
      {failed && actionData ? (
        <Notice kind="error" live title={failed[actionData.failed]} className="mb-8" />
      ) : null}
      <LoanView
        view={view}
        page={page}
        names={[
          { term: t.columns.customer, description: loan.customerName },
          {
            term: t.columns.contract,
            description: (
              <Link to={`/operations/contracts/${params.customerId}/${loan.contractId}`}>
                {loan.contractNumber}
              </Link>
            ),
          },
        ]}
      >
        {withCustomer.includes(loan.status) && loan.serialNumber ? (
          <div>
            <LinkButton
              to={`/operations/matters/new/deviceInquiry?serialNumber=${encodeURIComponent(loan.serialNumber)}`}
              look="secondary"
            >
              {matters.askAboutDevice}
            </LinkButton>
          </div>
        ) : null}
        {loan.status === "waiting" ? (
          <section className="measure flex flex-col gap-4">
            <h2>{t.allocate.title}</h2>
            {reserved ? (
              <p>{t.allocate.reserved(reserved)}</p>
            ) : (
              <Form method="post" className="flex flex-col gap-4">
                <input type="hidden" name="clickId" value={clickId} />
                <p>{t.allocate.text}</p>
                <div>
                  <Button>{t.allocate.submit}</Button>
                </div>
              </Form>
            )}
          </section>
        ) : null}
      </LoanView>
    </>
  );
}
