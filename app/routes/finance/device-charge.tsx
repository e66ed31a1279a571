import { data, Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import {
  readLoanCharges,
  settleCharge,
  type SettlementProblems,
} from "#app/usecases/loans/settle-charge.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/device-charge.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const found = await answer(() => readLoanCharges(principalOf(context), params));
  const isDone = new URL(request.url).searchParams.get("done") === "settled";
  return { ...found, isDone, clickId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = new URLSearchParams(await request.text());
  const target = { ...params, clickId: form.get("clickId") ?? "" };
  const typed = {
    chargeNo: form.get("chargeNo") ?? "",
    ...{ by: form.get("by"), text: form.get("text") },
  };
  const failed = (problems: SettlementProblems, conflict: boolean) =>
    data({ problems, typed, conflict }, { status: conflict ? 409 : 422 });
  return answer(async () => {
    try {
      const problems = await settleCharge(principalOf(context), target, typed);
      if (problems) return failed(problems, false);
      const page = `/finance/device-charges/${params.customerId}/${params.loanId}`;
      return redirect(`${page}?done=settled`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return failed({}, true);
      throw error;
    }
  });
}

export default function DeviceCharge({ loaderData, actionData }: Route.ComponentProps) {
  const { loan, charges, isDone, clickId } = loaderData;
  const messages = useMessages();
  const t = messages.loans;
  const words = t.settlement;
  const { by, text } = actionData?.problems ?? {};
  const [charge] = charges;
  const errors = [
    ...(actionData?.conflict ? [{ message: t.conflict }] : []),
    ...(by ? [{ id: "by-invoice", message: words.byMissing }] : []),
    ...(text ? [{ id: "text", message: words.text[text] }] : []),
  ];
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.title}
        lead={words.lead}
        trail={[{ to: "/finance", label: messages.frame.navigation.invoices }]}
        status={<MachineStatus machine="device" state={loan.status} />}
        failed={errors.length > 0}
      />
      <div className="measure flex flex-col gap-8">
        {isDone && !actionData ? <Notice kind="success" live title={words.done} /> : null}
        <DescriptionList
          items={[
            { term: t.columns.customer, description: loan.customerName },
            { term: t.columns.contract, description: loan.contractNumber },
            { term: t.columns.serialNumber, description: loan.serialNumber ?? t.noDevice },
          ]}
        />
        {charge ? (
          <Form method="post" noValidate className="flex flex-col gap-6">
            <h2 className="flex flex-wrap items-center gap-3">
              {t.charges[charge.kind]}
              <ClauseChip clause={charge.kind === "deviceRecovery" ? "A8.1" : "A7.6"} />
            </h2>
            <p>{words.since(formatDay(charge.day))}</p>
            <input type="hidden" name="clickId" value={clickId} />
            <input type="hidden" name="chargeNo" value={charge.chargeNo} />
            <RadioGroup
              field={{ id: "by", name: "by", errors: by ? [words.byMissing] : [] }}
              legend={words.by}
              required
              defaultValue={actionData?.typed.by ?? undefined}
              options={(["invoice", "waiver"] as const).map((value) => ({
                value,
                label: words.ways[value],
              }))}
            />
            <Field
              field={{ id: "text", errors: text ? [words.text[text]] : [] }}
              label={words.note}
              required
              support={words.noteSupport}
            >
              <Textarea name="text" rows={3} defaultValue={actionData?.typed.text ?? ""} />
            </Field>
            <div>
              <Button>{words.submit}</Button>
            </div>
          </Form>
        ) : (
          <p>{words.none}</p>
        )}
      </div>
    </>
  );
}
