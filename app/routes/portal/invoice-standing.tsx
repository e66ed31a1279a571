import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { InvoiceView } from "#app/usecases/invoices/invoice-view.ts";

/** What the invoice asks of the customer now, in one box. */
export function InvoiceStanding({ invoice }: { invoice: InvoiceView }) {
  const t = useMessages().invoice.state;
  const { underWay, owed, dueDay, paidOn, damages, today } = invoice;
  if (underWay === "review") {
    return (
      <Notice kind="warning" title={t.review}>
        <p>{t.reviewText}</p>
      </Notice>
    );
  }
  if (underWay === "processing") {
    return (
      <Notice title={t.processing}>
        <p>{t.processingText}</p>
      </Notice>
    );
  }
  if (owed === 0) {
    if (paidOn === null) return <Notice title={t.nothingOwed} />;
    return (
      <Notice kind="success" title={t.paid(formatDay(paidOn))}>
        <p>{t.paidText}</p>
      </Notice>
    );
  }
  if (invoice.isOverdue) {
    return (
      <Notice kind="error" title={t.overdue(formatDay(dueDay))}>
        <p>
          {invoice.standing.damages
            ? t.overdueText(formatYen(damages), formatDay(today))
            : t.overdueAlone}
        </p>
        <p>
          <ClauseChip clause="A14.3" />
        </p>
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={t.due(formatYen(owed), formatDay(dueDay))}>
      <p>{t.dueText}</p>
    </Notice>
  );
}
