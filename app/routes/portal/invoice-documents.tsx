import { useMessages } from "#app/i18n/use-messages.ts";
import { LinkButton } from "#app/ui/button.tsx";

/** Links to the invoice and, once it was paid, to the receipt, as files to save. */
export function InvoiceDocuments({
  invoiceId,
  paidOn,
}: {
  invoiceId: string;
  paidOn: string | null;
}) {
  const t = useMessages().invoice.documents;
  const folder = `/portal/invoices/${invoiceId}`;
  return (
    <>
      <LinkButton to={`${folder}/invoice.pdf`} look="secondary" reloadDocument>
        {t.invoice}
      </LinkButton>
      {paidOn ? (
        <LinkButton to={`${folder}/receipt.pdf`} look="secondary" reloadDocument>
          {t.receipt}
        </LinkButton>
      ) : null}
    </>
  );
}
