import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { BankLineView, BankSide } from "#app/usecases/finance/payouts/bank-side.ts";

/** How a payout stands at the bank: its line, or that none is known, and what may be it. */
export function PayoutBank({ bank }: { bank: BankSide }) {
  const t = useMessages().finance.payout.bank;
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.title}</h2>
      <Standing bank={bank} />
    </section>
  );
}

function Standing({ bank }: { bank: BankSide }) {
  const t = useMessages().finance.payout.bank;
  switch (bank.state) {
    case "came":
      return (
        <div>
          <p className="font-700 figures">{t.cameOn(formatDay(bank.line.valueDay))}</p>
          <Line line={bank.line} />
          {bank.isReturned ? <p>{t.wentBack}</p> : null}
        </div>
      );
    case "missing":
      return (
        <Notice kind={bank.ageDays > 0 ? "warning" : "info"} title={t.missing}>
          <p>{t.age(bank.ageDays)}</p>
          {bank.likely.length > 0 ? (
            <Likely title={t.likely} lines={bank.likely} />
          ) : (
            <>
              <p>{t.missingText}</p>
              <Link to="/finance/receipts" className="inline-flex min-h-11 items-center">
                {t.toReceipts}
              </Link>
            </>
          )}
        </Notice>
      );
    case "returned":
      if (bank.likely.length === 0) return <p>{t.none}</p>;
      return (
        <Notice kind="error" title={t.contradiction}>
          <Likely title={t.contradictionText} lines={bank.likely} />
        </Notice>
      );
    case "debit":
      return <p>{t.debit}</p>;
    case "unbooked":
      return <p>{t.none}</p>;
  }
}

function Likely({ title, lines }: { title: string; lines: readonly BankLineView[] }) {
  return (
    <>
      <p>{title}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.receiptId}>
            <Line line={line} withDay />
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ line, withDay = false }: { line: BankLineView; withDay?: boolean }) {
  const t = useMessages().finance.payout.bank;
  return (
    <Link
      to={`/finance/receipts/${line.receiptId}`}
      className="figures inline-flex min-h-11 items-center break-all"
    >
      {withDay ? `${formatDay(line.valueDay)} ` : ""}
      {t.line(line.payer, line.fileName, line.line)}
    </Link>
  );
}
