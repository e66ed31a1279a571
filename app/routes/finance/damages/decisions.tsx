import { Form } from "react-router";
import { formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { ReasonField } from "./reason-field.tsx";
import type { DamagesRefusal } from "./damages-action.ts";

/** Invoices the late damages that stand open, or waives them with a reason (A14.3). Amounts are yen. */
export function DamagesDecisions({
  amount,
  isOwed,
  isDisputed,
  clickId,
  refusal,
}: {
  amount: number;
  isOwed: boolean;
  isDisputed: boolean;
  clickId: string;
  refusal: DamagesRefusal | undefined;
}) {
  const t = useMessages().damages.decide;
  const what = formatYen(amount);
  const hidden = (
    <>
      <input type="hidden" name="clickId" value={clickId} />
      <input type="hidden" name="amount" value={amount} />
    </>
  );
  return (
    <section className="border-line rounded-12 flex flex-col gap-6 border p-6">
      <div className="measure">
        <h3>{t.title}</h3>
        <p>
          {t.lead(what)} {isOwed ? t.running : null}
        </p>
      </div>
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="flex flex-col gap-3">
          <h4>{t.claim.title}</h4>
          <p>{isDisputed ? t.claim.frozen : t.claim.text}</p>
          {isDisputed ? null : (
            <Form method="post" noValidate>
              {hidden}
              <Button name="intent" value="claim">
                {t.claim.button(what)}
              </Button>
            </Form>
          )}
        </div>
        <div className="flex flex-col gap-3">
          <h4>{t.waive.title}</h4>
          <p>{t.waive.text}</p>
          <Form method="post" noValidate className="flex flex-col gap-4">
            {hidden}
            <ReasonField id="waive" label={t.waive.reason} refusal={refusal} />
            <div>
              <Button name="intent" value="waive" look="secondary">
                {t.waive.button(what)}
              </Button>
            </div>
          </Form>
        </div>
      </div>
    </section>
  );
}
