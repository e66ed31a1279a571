import { formatCount, formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import {
  readMonthStatement,
  type MonthStatement,
} from "#app/usecases/finance/months/month-statement.ts";
import type { Route } from "./+types/month-statement.ts";
import { useMonthName } from "./months/month-name.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  return answer(() => readMonthStatement(principalOf(context), params.month));
}

export default function Statement({ loaderData: view }: Route.ComponentProps) {
  const { month, explanations, isUnchanged, isSigned } = view;
  const { months: t } = useMessages();
  const words = t.statement;
  const locale = useLocale();
  const name = useMonthName()(month);
  const isRight = isUnchanged && isSigned;
  return (
    <>
      <PageHeader
        title={words.title(name)}
        lead={<span className="print:hidden">{words.lead}</span>}
        trail={[
          { to: "/finance/months", label: t.title },
          { to: `/finance/months/${month}`, label: name },
        ]}
      />
      <div className="flex flex-col gap-10">
        <Notice
          kind={isRight ? "success" : isUnchanged ? "warning" : "error"}
          title={isRight ? words.unchanged : isUnchanged ? words.unsigned : words.changed}
        />
        <DescriptionList
          items={[
            { term: words.operator, description: view.operator[locale] },
            {
              term: t.days,
              description: t.from(formatDay(view.firstDay), formatDay(view.lastDay)),
            },
            {
              term: t.closedAt,
              description: `${formatInstant(view.closedAt)} (${t.versionOf(view.version)})`,
            },
            { term: words.closedBy, description: view.closedByName ?? t.gone },
            { term: words.transactions, description: formatCount(view.transactions) },
            { term: t.hash, description: <span className="break-all">{view.hash}</span> },
            {
              term: words.signature,
              description: <span className="break-all">{view.signature}</span>,
            },
          ]}
        />
        <Accounts accounts={view.accounts} />
        {explanations.length > 0 ? (
          <DataTable
            caption={words.explanations}
            rows={explanations}
            rowKey={({ check, subject }) => `${check}/${subject}`}
            columns={[
              {
                key: "point",
                header: t.point,
                rowHeader: true,
                cell: ({ check, subject }) => (
                  <>
                    {t.checks[check]}
                    <span className="text-support block break-all">{subject}</span>
                  </>
                ),
              },
              { key: "text", header: t.explainLabel, cell: ({ text }) => text },
              { key: "at", header: t.at, cell: ({ at }) => formatInstant(at) },
            ]}
          />
        ) : null}
      </div>
    </>
  );
}

function Accounts({ accounts }: Pick<MonthStatement, "accounts">) {
  const { months: t, finance } = useMessages();
  const names: Record<string, string> = finance.accounts;
  const columns = [
    { key: "opening", header: t.statement.opening },
    { key: "debit", header: t.debit },
    { key: "credit", header: t.credit },
    { key: "closing", header: t.statement.closing },
  ] as const;
  const sumOf = (key: (typeof columns)[number]["key"]) =>
    accounts.reduce((sum, row) => sum + row[key], 0);
  const sums = {
    ...{ account: "", opening: sumOf("opening"), debit: sumOf("debit") },
    ...{ credit: sumOf("credit"), closing: sumOf("closing") },
  };
  return (
    <section className="flex flex-col gap-3">
      <DataTable
        caption={t.statement.caption}
        empty={t.noTotals}
        narrow="scroll"
        rows={accounts.length > 0 ? [...accounts, sums] : []}
        rowKey={({ account }) => account}
        columns={[
          {
            key: "account",
            header: t.account,
            rowHeader: true,
            cell: ({ account }) => (account === "" ? t.sum : (names[account] ?? account)),
          },
          ...columns.map(({ key, header }) => ({
            ...{ key, header, figures: true },
            cell: (row: MonthStatement["accounts"][number]) => <Money amount={row[key]} />,
          })),
        ]}
      />
      <p className="text-support">{t.statement.sides}</p>
    </section>
  );
}
