import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "#app/ui/notice.tsx";

const formats = ["freee", "moneyForward", "yayoi"] as const;

/** What leaves the house for the accountants: journals by package, and the report of payouts. */
export function Downloads({ month, isClosed }: { month: string; isClosed: boolean }) {
  const t = useMessages().months;
  const page = `/finance/months/${month}`;
  const files = [
    ...formats.map((name) => ({
      to: `${page}/journal.csv?for=${name}`,
      label: t.journalOf(t.formats[name]),
    })),
    { to: `${page}/payouts.csv`, label: t.payoutReport.link },
  ];
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.exports}</h2>
      <p className="measure">{t.exportsLead}</p>
      {isClosed ? null : <Notice title={t.exportsOpen} />}
      <ul className="flex flex-col">
        {files.map(({ to, label }) => (
          <li key={to}>
            <a href={to} download className="inline-flex min-h-11 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
