import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { Money } from "#app/ui/money.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { InvoiceLine, OptionLine } from "#app/usecases/contracts/contract-view.ts";

const shown = (day: string | null) =>
  day ? <span className="figures">{formatDay(day)}</span> : "–";

/** The invoices of a contract; `to` gives the address of an invoice's page, or null for none. */
export function InvoicesTable({
  invoices,
  to,
}: {
  invoices: readonly InvoiceLine[];
  to: (invoiceId: string) => string | null;
}) {
  const { invoices: t, facts } = useMessages().contract;
  return (
    <DataTable
      caption={t.title}
      empty={t.none}
      rows={invoices}
      rowKey={({ invoiceId }) => invoiceId}
      columns={[
        {
          key: "number",
          header: t.number,
          rowHeader: true,
          cell: ({ invoiceId, number }) => {
            const address = to(invoiceId);
            const words = <span className="whitespace-nowrap">{number}</span>;
            return address ? <Link to={address}>{words}</Link> : words;
          },
        },
        {
          key: "period",
          header: t.period,
          cell: ({ periodStart, periodEnd }) => (
            <span className="figures">
              {facts.period(formatDay(periodStart), formatDay(periodEnd))}
            </span>
          ),
        },
        {
          key: "total",
          header: t.total,
          figures: true,
          cell: ({ total }) => <Money amount={total} />,
        },
        { key: "owed", header: t.owed, figures: true, cell: ({ owed }) => <Money amount={owed} /> },
        {
          key: "due",
          header: t.due,
          cell: ({ dueDay, dueDerivation }) => (
            <>
              {shown(dueDay)}
              {dueDerivation ? <Derivation of={dueDerivation} /> : null}
            </>
          ),
        },
        {
          key: "status",
          header: t.status,
          cell: ({ status }) => <MachineStatus machine="invoice" state={status} />,
        },
      ]}
    />
  );
}

/** The options of a contract with their status. */
export function OptionsTable({ options }: { options: readonly OptionLine[] }) {
  const t = useMessages().contract.options;
  const locale = useLocale();
  return (
    <DataTable
      caption={t.title}
      empty={t.none}
      rows={options}
      rowKey={({ optionId }) => optionId}
      columns={[
        {
          key: "name",
          header: t.name,
          rowHeader: true,
          cell: ({ nameJa, nameEn }) => (locale === "ja" ? nameJa : nameEn),
        },
        {
          key: "status",
          header: t.status,
          cell: ({ status }) => <MachineStatus machine="option" state={status} />,
        },
        {
          key: "price",
          header: t.price,
          figures: true,
          cell: ({ annualPrice }) => <Money amount={annualPrice} />,
        },
        { key: "start", header: t.start, cell: ({ startDay }) => shown(startDay) },
        {
          key: "end",
          header: t.end,
          cell: ({ endDay, endDerivation }) => (
            <>
              {shown(endDay)}
              {endDerivation ? <Derivation of={endDerivation} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}
