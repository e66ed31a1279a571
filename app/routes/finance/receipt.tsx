import { Form } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { readReceipt } from "#app/usecases/finance/bank/read-receipts.ts";
import type { Route } from "./+types/receipt.ts";
import { DecisionForm } from "./receipts/decision-form.tsx";
import { DecisionHistory, MatchSummary } from "./receipts/decisions.tsx";
import { MatchForm } from "./receipts/match-form.tsx";
import { PayoutForms, PayoutNotice, PayoutSummary } from "./receipts/payout-forms.tsx";
import { receiptAction } from "./receipts/receipt-action.ts";

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const word = search.get("company") ?? "";
  const read = await answer(() => readReceipt(principalOf(context), params.receiptId, word));
  return { ...read, done: search.get("done") };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  return receiptAction(principalOf(context), params.receiptId, await request.formData());
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function ReceiptPage({ loaderData, actionData }: Route.ComponentProps) {
  const { receipt, state, confident, proposals, found, search, seen, done } = loaderData;
  const { match, decisions, payouts, payout, isFromStripe, contradicted } = loaderData;
  const t = useMessages().receipts;
  const words = t.receipt;
  const error = actionData ? t.decisionFaults[actionData.error] : undefined;
  const failedForm = actionData?.form;
  const errorOf = (form: string) => (failedForm === form && error ? [error] : []);
  const chosen = failedForm?.startsWith("payout-") ? failedForm.slice("payout-".length) : null;
  // A payout that has another line by now is not shown any more.
  const isShown = chosen === null || payouts.some(({ payoutId }) => payoutId === chosen);
  const isTakenBack = receipt.amount < 0;
  const [best] = proposals;
  return (
    <>
      <ErrorSummary
        errors={error ? [{ id: isShown ? failedForm : undefined, message: error }] : []}
      />
      <PageHeader
        title={words.title(receipt.payer || t.noPayer)}
        trail={[{ to: "/finance/receipts", label: t.title }]}
        status={<span className="font-700">{t.states[state]}</span>}
        failed={Boolean(error)}
      />
      <div className="flex flex-col gap-12">
        {done && t.done[done] && !error ? (
          <Notice kind="success" live title={t.done[done]} />
        ) : null}
        <section className="flex flex-col gap-4">
          <h2>{words.facts}</h2>
          <DescriptionList
            items={[
              { term: t.amount, description: <Money amount={receipt.amount} /> },
              { term: t.valueDay, description: formatDay(receipt.valueDay) },
              { term: t.bookedDay, description: formatDay(receipt.bookedDay) },
              { term: t.payer, description: receipt.payer || t.noPayer },
              { term: t.reference, description: receipt.reference || "–" },
              { term: t.bank, description: receipt.bank || "–" },
              { term: t.file, description: t.lineOf(receipt.fileName, receipt.line) },
            ]}
          />
        </section>
        {match ? <MatchSummary match={match} /> : null}
        {state === "matched" && payout ? <PayoutSummary payout={payout} /> : null}
        {state === "open" ? (
          <PayoutNotice
            contradicted={contradicted}
            isUnknown={isFromStripe && !isTakenBack && payouts.length === 0}
          />
        ) : null}
        {state === "open" && isTakenBack ? <Notice kind="warning" title={words.takenBack} /> : null}
        <PayoutForms
          payouts={payouts}
          seen={seen}
          fault={error && chosen !== null ? { payoutId: chosen, message: error } : null}
        />
        {state === "open" && !isTakenBack ? (
          <section className="flex flex-col gap-6">
            <h2>{words.proposals}</h2>
            {best ? (
              best.confidence < confident ? (
                <p>{words.belowConfident(confident)}</p>
              ) : null
            ) : (
              <p>{words.noProposals}</p>
            )}
            {[
              ...proposals,
              ...found.map((each) => ({ ...each, allocations: [], reasons: [] })),
            ].map((proposal) => (
              <MatchForm
                key={proposal.customerId}
                proposal={proposal}
                seen={seen}
                errors={errorOf(`match-${proposal.customerId}`)}
                typed={
                  failedForm === `match-${proposal.customerId}` ? actionData?.typed : undefined
                }
              />
            ))}
            <Form method="get" className="flex flex-wrap items-end gap-3 *:max-w-full">
              <Field field={{ id: "company" }} label={words.search} support={words.searchSupport}>
                <TextInput name="company" size={30} defaultValue={search} />
              </Field>
              <Button look="secondary">{words.find}</Button>
            </Form>
            {search !== "" && found.length === 0 ? <p>{words.foundNone}</p> : null}
          </section>
        ) : null}
        <DecisionForm
          intent={state === "open" ? "setAside" : "undo"}
          lead={
            state === "open"
              ? words.setAsideLead
              : state === "matched"
                ? payout
                  ? words.payouts.undoLead
                  : words.undoMatchedLead
                : words.undoSetAsideLead
          }
          seen={seen}
          errors={errorOf("reason")}
          typed={failedForm === "reason" ? actionData?.typed["reason"] : undefined}
        />
        <DecisionHistory decisions={decisions} />
      </div>
    </>
  );
}
