import { data, Form, redirect } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import {
  proposeRefund,
  readRefundableInvoice,
} from "#app/usecases/finance/refunds/propose-refund.ts";
import { takePayment } from "#app/usecases/finance/refunds/settle-refund.ts";
import type { Route } from "./+types/refund-proposal.ts";
import { faultFields, faultOf } from "./refunds/proposal-faults.ts";
import { TakeForm } from "./refunds/take-form.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const refundable = await answer(() => readRefundableInvoice(principalOf(context), params));
  return { ...refundable, clickId: crypto.randomUUID() };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const principal = principalOf(context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { to: text("to"), amount: text("amount"), reason: text("reason") };
  return answer(async () => {
    if (text("intent") === "take") {
      const { customerId, invoiceId } = params;
      const payment = { customerId, paymentId: text("paymentId") };
      const fault = await faultOf(() =>
        takePayment(principal, payment, text("clickId"), Number(text("taken"))),
      );
      if (fault) return data({ fault, typed }, { status: 409 });
      return redirect(`/finance/invoices/${customerId}/${invoiceId}`, 303);
    }
    const asked = { ...typed, approvalId: text("clickId") };
    const proposed = await proposeRefund(principal, params, asked);
    if ("fault" in proposed) return data({ fault: proposed.fault, typed }, { status: 422 });
    return redirect(`${proposed.page}?done=proposed`, 303);
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function RefundProposal({ loaderData, actionData }: Route.ComponentProps) {
  const { customerId, invoiceId, invoiceNumber, credit, payments, clickId } = loaderData;
  const messages = useMessages();
  const words = messages.refunds;
  const t = words.propose;
  const message = actionData ? words.problems[actionData.fault] : null;
  const field = actionData ? faultFields[actionData.fault] : null;
  const errorsOf = (name: string) => (message && field === name ? [message] : []);
  const mismatched = payments.find(({ isMismatched }) => isMismatched);
  const isEmpty = payments.length === 0 && credit === 0;
  const options = [
    ...payments.map(({ paymentId, valueDay, left, isMismatched }) => {
      const say = isMismatched ? t.toMismatched : t.toCard;
      return { value: paymentId, label: say(formatDay(valueDay ?? ""), formatYen(left)) };
    }),
    ...(credit > 0 ? [{ value: "transfer", label: t.toTransfer(formatYen(credit)) }] : []),
  ];
  return (
    <>
      <ErrorSummary errors={message ? [{ message, ...(field ? { id: field } : {}) }] : []} />
      <PageHeader
        title={t.title}
        lead={t.lead}
        failed={message !== null}
        trail={[
          { to: "/finance", label: messages.finance.home.title },
          {
            to: `/finance/invoices/${customerId}/${invoiceId}`,
            label: messages.finance.invoice.titleOf(invoiceNumber),
          },
        ]}
      />
      <div className="flex flex-col gap-10">
        {mismatched ? <TakeForm payment={mismatched} clickId={clickId} /> : null}
        {isEmpty ? (
          <Notice title={t.nothing}>
            <p>{t.nothingText}</p>
          </Notice>
        ) : (
          <Form method="post" noValidate className="measure flex flex-col gap-6">
            <input type="hidden" name="clickId" value={clickId} />
            <p className="figures">{t.credit(formatYen(credit))}</p>
            <RadioGroup
              field={{ id: "to", name: "to", errors: errorsOf("to") }}
              legend={t.to}
              required
              options={options}
              defaultValue={actionData?.typed.to ?? options[0]?.value ?? ""}
            />
            <Field
              field={{ id: "amount", errors: errorsOf("amount") }}
              label={t.amount}
              required
              support={t.amountSupport}
            >
              <TextInput
                name="amount"
                inputMode="numeric"
                defaultValue={actionData?.typed.amount ?? ""}
              />
            </Field>
            <Field field={{ id: "reason", errors: errorsOf("reason") }} label={t.reason} required>
              <Textarea name="reason" rows={3} defaultValue={actionData?.typed.reason ?? ""} />
            </Field>
            <div>
              <Button name="intent" value="propose">
                {t.button}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </>
  );
}
