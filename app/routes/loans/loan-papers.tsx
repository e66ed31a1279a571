import { useMessages } from "#app/i18n/use-messages.ts";
import { papersOf } from "#app/usecases/loans/papers-of-loan.ts";

/** The papers of a loan, to be saved. */
export function LoanPapers({
  loan,
  page,
}: {
  loan: { status: string; serialNumber: string | null };
  /** The loan's page, under which its papers are. */
  page: string;
}) {
  const t = useMessages().loans;
  const papers = papersOf(loan);
  if (papers.length === 0) return null;
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.papersTitle}</h2>
      <ul>
        {papers.map((paper) => (
          <li key={paper}>
            <a href={`${page}/papers/${paper}.pdf`} className="inline-flex min-h-11 items-center">
              {t.papers[paper]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
