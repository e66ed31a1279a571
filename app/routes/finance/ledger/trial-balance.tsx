import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readTrialBalance } from "#app/usecases/finance/ledger/trial-balance.ts";
import type { Route } from "./+types/trial-balance.ts";
import { CsvLink } from "./csv-link.tsx";
import { PeriodForm } from "./period-form.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const asked = { from: search.get("from"), to: search.get("to") };
  return answer(() => readTrialBalance(principalOf(context), asked));
}

export default function TrialBalance({ loaderData }: Route.ComponentProps) {
  const { firstDay, lastDay, lines, sums } = loaderData;
  const { ledger, finance } = useMessages();
  const t = ledger.balance;
  const period = `from=${firstDay}&to=${lastDay}`;
  const difference = sums.debitBalance - sums.creditBalance;
  const amount = (yen: number) => (yen === 0 ? null : <Money amount={yen} />);
  const opening = (yen: number) =>
    yen === 0 ? null : (
      <span className="figures">{t.openingSide(formatYen(Math.abs(yen)), yen > 0)}</span>
    );
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={<CsvLink to={`/finance/ledger/trial-balance.csv?${period}`} />}
      />
      <div className="flex flex-col gap-8">
        <PeriodForm
          days={[
            { name: "from", label: ledger.from, value: firstDay },
            { name: "to", label: ledger.to, value: lastDay },
          ]}
        />
        {difference === 0 ? null : (
          <Notice kind="error" title={t.unequal(formatYen(Math.abs(difference)))} />
        )}
        <DataTable
          caption={`${t.caption}（${ledger.periodOf(formatDay(firstDay), formatDay(lastDay))}）`}
          empty={t.empty}
          rows={lines.length === 0 ? [] : [...lines, { account: "", ...sums }]}
          rowKey={({ account }) => account}
          narrow="scroll"
          columns={[
            {
              key: "account",
              header: t.account,
              rowHeader: true,
              cell: ({ account }) =>
                account === "" ? (
                  <span className="font-700">{ledger.total}</span>
                ) : (
                  <Link
                    to={`/finance/ledger/accounts/${account}?${period}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    {finance.accounts[account] ?? account}
                  </Link>
                ),
            },
            {
              key: "opening",
              header: t.opening,
              figures: true,
              cell: (line) => opening(line.opening),
            },
            { key: "debit", header: t.debit, figures: true, cell: ({ debit }) => amount(debit) },
            { key: "credit", header: t.credit, figures: true, cell: (row) => amount(row.credit) },
            {
              key: "debitBalance",
              header: t.debitBalance,
              figures: true,
              cell: ({ debitBalance }) => amount(debitBalance),
            },
            {
              key: "creditBalance",
              header: t.creditBalance,
              figures: true,
              cell: ({ creditBalance }) => amount(creditBalance),
            },
          ]}
        />
        {difference === 0 && lines.length > 0 ? <p className="text-support">{t.equal}</p> : null}
      </div>
    </>
  );
}
