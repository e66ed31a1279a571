import { Link } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readAdjustment } from "#app/usecases/finance/adjustments/read-adjustment.ts";
import type { ApprovalSubjectName } from "#machines/approval/subjects.ts";
import type { Route } from "./+types/adjustment.ts";
import { adjustmentAction } from "./adjustment/adjustment-action.ts";
import { ChargeForm } from "./adjustment/charge-form.tsx";
import { AdjustmentForm, AmountField, faultyField, ReasonField } from "./adjustment/form-parts.tsx";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const view = await answer(() => readAdjustment(principalOf(context), params));
  const ids = [0, 1, 2, 3].map(() => newIdentifier());
  return { view, ids, done: new URL(request.url).searchParams.get("done") };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  return adjustmentAction(principalOf(context), params, await request.formData());
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function AdjustmentPage({ loaderData, actionData: refusal }: Route.ComponentProps) {
  const { view, ids, done } = loaderData;
  const messages = useMessages();
  const locale = useLocale();
  const { adjustments: t, finance, approvals } = messages;
  const page = `/finance/invoices/${view.customerId}/${view.invoiceId}`;
  const first = { credit: "line.0", whole: "line.0", charge: "net", writeOff: "", setOff: "" };
  const [debt] = view.debts;
  const errors = refusal
    ? [
        {
          message: t.problems[refusal.error],
          ...(refusal.error === "conflict"
            ? {}
            : {
                id: faultyField(
                  refusal,
                  refusal.intent === "setOff" ? `debt.${debt?.invoiceId}` : first[refusal.intent],
                ),
              }),
        },
      ]
    : [];
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.title(view.number)}
        lead={t.lead}
        failed={errors.length > 0}
        trail={[
          { to: "/finance", label: finance.home.title },
          { to: page, label: finance.invoice.titleOf(view.number) },
        ]}
      />
      <div className="flex flex-col gap-10">
        {done === "setOff" && !refusal ? <Notice kind="success" live title={t.setOffDone} /> : null}
        <DescriptionList
          items={[
            { term: finance.customer, description: view.customerName },
            { term: t.owed, description: <Money amount={view.owed} /> },
            {
              term: t.credit,
              description: (
                <>
                  <Money amount={view.credit} />{" "}
                  {view.creditSince ? t.since(formatDay(view.creditSince)) : null}
                </>
              ),
            },
            ...view.waiting.map(({ approvalId, subject, amount }) => ({
              term: t.waiting,
              description: (
                <Link to={`/finance/approvals/${view.customerId}/${approvalId}`}>
                  {approvals.subjects[subject as ApprovalSubjectName]} {formatYen(amount)}
                </Link>
              ),
            })),
          ]}
        />
        {view.credit > 0 ? (
          <AdjustmentForm
            title={t.setOff.title}
            lead={t.setOff.lead(formatYen(view.credit))}
            id={ids[0] ?? ""}
          >
            {view.debts.map(({ invoiceId, number, dueDay, owed, preset }, n) => (
              <AmountField
                key={invoiceId}
                name={`debt.${invoiceId}`}
                label={t.setOff.amountOf(number, formatDay(dueDay), formatYen(owed))}
                preset={preset > 0 ? String(preset) : ""}
                state={{ intents: ["setOff"], refusal }}
                isFirst={n === 0}
              />
            ))}
            {view.debts.length === 0 ? (
              <p>{t.setOff.none}</p>
            ) : (
              <div>
                <Button name="intent" value="setOff">
                  {t.setOff.submit}
                </Button>
              </div>
            )}
          </AdjustmentForm>
        ) : null}
        <AdjustmentForm
          title={t.correction.title}
          lead={
            view.creditable > 0
              ? t.correction.lead(formatYen(view.creditable))
              : t.correction.nothing
          }
          id={ids[1] ?? ""}
        >
          {view.creditable > 0 ? (
            <>
              {view.lines.map(({ n, nameJa, nameEn, amount }) => (
                <AmountField
                  key={n}
                  name={`line.${n}`}
                  label={t.correction.amountOf(
                    locale === "en" ? nameEn : nameJa,
                    formatYen(amount),
                  )}
                  state={{ intents: ["credit", "whole"], refusal }}
                  isFirst={n === 0}
                />
              ))}
              <ReasonField id="credit" state={{ intents: ["credit", "whole"], refusal }} />
              <div className="flex flex-wrap gap-4">
                <Button name="intent" value="credit">
                  {t.correction.submit}
                </Button>
                <Button name="intent" value="whole" look="secondary">
                  {t.correction.whole}
                </Button>
              </div>
            </>
          ) : null}
        </AdjustmentForm>
        {view.owed > 0 ? (
          <AdjustmentForm
            title={t.writeOff.title}
            lead={t.writeOff.lead(formatYen(view.owed))}
            id={ids[2] ?? ""}
          >
            <ReasonField id="writeOff" state={{ intents: ["writeOff"], refusal }} />
            <div>
              <Button name="intent" value="writeOff" look="secondary">
                {t.writeOff.submit}
              </Button>
            </div>
          </AdjustmentForm>
        ) : null}
        <ChargeForm
          id={ids[3] ?? ""}
          today={view.today}
          kinds={view.chargeKinds}
          state={{ intents: ["charge"], refusal }}
        />
      </div>
    </>
  );
}
