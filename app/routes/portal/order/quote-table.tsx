import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Money } from "#app/ui/money.tsx";
import type { OrderQuote } from "#app/usecases/orders/order-quote.ts";

/** Lines and sums of a charge; the tax once for each rate (A12.1, 適格請求書). */
export function ChargeTable({
  charge,
  caption,
}: {
  charge: OrderQuote["charge"];
  caption: string;
}) {
  const t = useMessages().order.review;
  const locale = useLocale();
  const rows = [
    ...charge.lines.map((line) => ({
      name: locale === "ja" ? line.nameJa : line.nameEn,
      amount: line.amount,
      strong: false,
    })),
    { name: t.subtotal, amount: charge.subtotal, strong: false },
    ...charge.taxes.map(({ ratePercent, taxable, tax }) => ({
      name: t.taxOf(ratePercent, formatYen(taxable)),
      amount: tax,
      strong: false,
    })),
    { name: t.total, amount: charge.total, strong: true },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "item",
          header: t.item,
          rowHeader: true,
          cell: ({ name, strong }) => <span className={strong ? "font-700" : ""}>{name}</span>,
        },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ amount, strong }) => (
            <Money amount={amount} className={strong ? "font-700" : ""} />
          ),
        },
      ]}
    />
  );
}

/** What an order costs and when: lines, tax by rate, term and due day with their clauses. */
export function QuoteTable({ quote }: { quote: OrderQuote }) {
  const t = useMessages().order.review;
  const { charge, term, dueDay, dueDerivation } = quote;
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.quoteTitle}</h2>
      <ChargeTable charge={charge} caption={t.quoteTitle} />
      <DescriptionList
        items={[
          {
            term: t.term,
            description: (
              <>
                {t.termText(formatDay(term.start), formatDay(term.end))}{" "}
                <ClauseChips clauses={["A10.1"]} />
                <Derivation of={term.derivation} />
              </>
            ),
          },
          {
            term: t.renewal,
            description: (
              <>
                {t.renewalText} <ClauseChips clauses={["A10.2"]} />
              </>
            ),
          },
          {
            term: t.due,
            description: (
              <>
                {t.dueText(formatDay(dueDay))} <ClauseChips clauses={["A12.2"]} />
                <Derivation of={dueDerivation} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
