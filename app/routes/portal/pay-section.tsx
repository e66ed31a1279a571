import { Form } from "react-router";
import { formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import type { OwnInvoice } from "#app/usecases/invoices/read-invoice.ts";

/** The way to pay by card, where something is owed and nothing is being settled already. */
export function PaySection({ invoice }: { invoice: OwnInvoice }) {
  const t = useMessages().invoice.pay;
  const { invoiceId, owed, underWay, mayPay } = invoice;
  if (owed === 0 || underWay === "processing" || underWay === "review") return null;
  const isBegun = underWay === "begun";
  return (
    <section
      aria-labelledby="pay"
      className="border-line flex flex-col gap-4 rounded-12 border bg-white p-6 print:hidden"
    >
      <h2 id="pay">{t.title}</h2>
      {mayPay ? (
        <Form method="post" action={`/portal/invoices/${invoiceId}/payment`}>
          {isBegun ? <p className="measure">{t.continueText}</p> : null}
          <p className="measure mb-4">{t.text(formatYen(owed))}</p>
          <Button size="large">{isBegun ? t.continueButton : t.button(formatYen(owed))}</Button>
        </Form>
      ) : (
        <p className="measure">{t.forbidden}</p>
      )}
    </section>
  );
}
