import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { Money } from "#app/ui/money.tsx";
import type { DebtDue } from "#app/usecases/breaches/debts-due.ts";

/** Which debts fall due on which day, in yen, with why (A12.2, A16.2, A17.2). */
export function DebtsTable({ debts }: { debts: readonly DebtDue[] }) {
  const words = useMessages().breach.termination;
  const total = debts.reduce((sum, { owed }) => sum + owed, 0);
  return (
    <section className="flex flex-col gap-3" aria-labelledby="debts-title">
      <h2 id="debts-title">{words.debtsTitle}</h2>
      <DataTable
        caption={words.debtsTitle}
        captionHidden
        empty={words.debtsNone}
        rows={debts}
        rowKey={({ invoiceId }) => invoiceId}
        columns={[
          {
            key: "invoice",
            header: words.invoice,
            rowHeader: true,
            cell: ({ number }) => <span className="figures">{number}</span>,
          },
          {
            key: "contract",
            header: words.contract,
            cell: ({ contractNumber }) => <span className="figures">{contractNumber}</span>,
          },
          {
            key: "owed",
            header: words.owed,
            figures: true,
            cell: ({ owed }) => <Money amount={owed} />,
          },
          {
            key: "due",
            header: words.dueDay,
            cell: ({ dueDay }) => <span className="figures">{formatDay(dueDay)}</span>,
          },
          {
            key: "newDue",
            header: words.newDueDay,
            cell: ({ newDueDay, derivation }) => (
              <>
                <span className="figures font-700">{formatDay(newDueDay)}</span>
                <Derivation of={derivation} />
              </>
            ),
          },
        ]}
      />
      {debts.length > 0 ? (
        <p className="text-std-18B-160">
          {words.total} <Money amount={total} />
        </p>
      ) : null}
    </section>
  );
}
