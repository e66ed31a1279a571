import { useMessages } from "#app/i18n/use-messages.ts";
import type { Messages } from "#app/i18n/messages.ts";

const pattern = /^A(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/;

/** A clause key such as `A16.1(3)` in words: 第16条第1項第3号. Null if it is no clause of the terms. */
export function clauseWords(
  clause: string,
  words: Messages["frame"]["clause"],
): { article: number; text: string } | null {
  const match = pattern.exec(clause);
  if (!match) return null;
  const [article, paragraph, item] = [match[1], match[2], match[3]].map(Number);
  const text =
    words.article(article ?? 0) +
    (match[2] ? words.paragraph(paragraph ?? 0) : "") +
    (match[3] ? words.item(item ?? 0) : "");
  return { article: Number(match[1]), text };
}

/**
 * The clause that a rule rests on, as a link to the article in the terms. A key that is no clause
 * of the terms (a law, a policy) is shown as it is, without a link.
 *
 * @example
 * <ClauseChip clause="A12.2" />
 */
export function ClauseChip({ clause }: { clause: string }) {
  const words = useMessages().frame.clause;
  const found = clauseWords(clause, words);
  const look =
    "text-oln-14N-100 inline-flex min-h-7 items-center rounded-full border px-2.5 py-1 whitespace-nowrap";
  if (!found) return <span className={`${look} border-line bg-white`}>{clause}</span>;
  return (
    <a
      href={`/terms#article-${found.article}`}
      aria-label={words.link(found.text)}
      // The unseen rim makes the hit area 44 px high without making the line higher.
      className={`${look} border-key-300 bg-key-50 hover:bg-key-100 relative no-underline after:absolute after:inset-x-0 after:-inset-y-2 hover:underline`}
    >
      <span aria-hidden="true">§&nbsp;</span>
      {found.text}
    </a>
  );
}

/** Several clauses in a row. */
export function ClauseChips({ clauses }: { clauses: readonly string[] }) {
  if (clauses.length === 0) return null;
  return (
    <span className="inline-flex flex-wrap gap-2 align-middle">
      {clauses.map((clause) => (
        <ClauseChip key={clause} clause={clause} />
      ))}
    </span>
  );
}
