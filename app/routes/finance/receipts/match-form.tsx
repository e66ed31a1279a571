import { Form, Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Fieldset } from "#app/ui/fieldset.tsx";
import { Money } from "#app/ui/money.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { OpenInvoice, Proposal } from "#app/usecases/finance/bank/proposal.ts";
import { Reasons } from "./reasons.tsx";

type Shown = Pick<Proposal, "customerId" | "allocations" | "reasons"> & {
  customerName: string;
  confidence?: number;
  open: readonly OpenInvoice[];
};

/** One customer to whom the receipt may belong, with the amounts for its invoices to be changed. */
export function MatchForm({
  proposal,
  seen,
  errors,
  typed,
}: {
  proposal: Shown;
  seen: number;
  errors: string[];
  typed: Record<string, string> | undefined;
}) {
  const { receipts: t, invoice } = useMessages();
  const words = t.receipt;
  const { customerId, customerName, allocations, reasons, confidence, open } = proposal;
  const partOf = (id: string) => allocations.find(({ invoiceId }) => invoiceId === id);
  const field = (name: string, label: string, value: number | undefined) => (
    <TextInput
      name={name}
      aria-label={label}
      inputMode="numeric"
      size={12}
      className="figures text-right"
      defaultValue={typed?.[name] ?? (value ? String(value) : "")}
    />
  );
  return (
    <Form
      method="post"
      noValidate
      className="border-line flex flex-col gap-4 rounded-12 border bg-white p-6"
    >
      <div>
        <h3>{customerName}</h3>
        <Reasons reasons={reasons} confidence={confidence ?? null} />
      </div>
      <input type="hidden" name="customerId" value={customerId} />
      <input type="hidden" name="seen" value={seen} />
      <Fieldset
        field={{ id: `match-${customerId}`, errors }}
        legend={words.parts}
        support={words.partsSupport}
      >
        <DataTable
          caption={words.parts}
          captionHidden
          empty={words.noInvoices}
          rows={open}
          rowKey={({ invoiceId }) => invoiceId}
          columns={[
            {
              key: "number",
              header: invoice.number,
              rowHeader: true,
              cell: ({ invoiceId, number }) => (
                <>
                  <input type="hidden" name="invoice" value={invoiceId} />
                  <Link
                    to={`/finance/invoices/${customerId}/${invoiceId}`}
                    className="figures inline-flex min-h-11 items-center"
                  >
                    {number}
                  </Link>
                </>
              ),
            },
            { key: "due", header: words.due, cell: ({ dueDay }) => formatDay(dueDay) },
            {
              key: "owed",
              header: words.owed,
              figures: true,
              cell: ({ owed }) => <Money amount={owed} />,
            },
            {
              key: "amount",
              header: words.partAmount,
              figures: true,
              cell: ({ invoiceId, number }) =>
                field(`amount-${invoiceId}`, words.partAmountOf(number), partOf(invoiceId)?.amount),
            },
            {
              key: "fee",
              header: words.fee,
              figures: true,
              cell: ({ invoiceId, number }) =>
                field(`fee-${invoiceId}`, words.feeOf(number), partOf(invoiceId)?.fee),
            },
          ]}
        />
      </Fieldset>
      <div>
        <Button name="intent" value="match" aria-label={words.applyTo(customerName)}>
          {words.apply}
        </Button>
      </div>
    </Form>
  );
}
