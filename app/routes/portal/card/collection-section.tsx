import { Form, Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import type { OwnInvoice } from "#app/usecases/invoices/read-invoice.ts";

/** What the saved card pays by itself, and how to stop that or to let it go on. */
export function CollectionSection({
  invoice,
  commandId,
}: {
  invoice: OwnInvoice;
  commandId: string;
}) {
  const { cards } = useMessages();
  const t = cards.collection;
  const { collection, owed, mayPay, invoiceId } = invoice;
  if (!collection) return null;
  const card = cards.named(collection.card.brand, collection.card.last4);
  const isStopped = collection.state === "stopped";
  return (
    <section
      aria-labelledby="collection"
      className="border-line flex flex-col gap-4 rounded-12 border bg-white p-6 print:hidden"
    >
      <h2 id="collection">{t.title}</h2>
      <p className="measure font-700">
        {isStopped
          ? t.stopped
          : t[collection.isRetry ? "retry" : "planned"](
              card,
              formatDay(collection.day),
              formatYen(owed),
            )}
      </p>
      <p className="measure">
        {isStopped ? t.stoppedText(card) : collection.isRetry ? t.retryText : t.plannedText}
      </p>
      {mayPay ? (
        <Form method="post" action={`/portal/invoices/${invoiceId}/collection`}>
          <input type="hidden" name="commandId" value={commandId} />
          <Button name="step" value={isStopped ? "resume" : "stop"} look="secondary">
            {isStopped ? t.resume : t.stop}
          </Button>
        </Form>
      ) : null}
      <p>
        <Link to="/portal/card">{t.settings}</Link>
      </p>
    </section>
  );
}
