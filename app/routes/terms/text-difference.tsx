import { useId } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { ArticleDifference, LineDifference, Piece } from "#app/usecases/terms/difference.ts";

const looks = {
  same: "",
  removed: "bg-red-50 text-error-2 line-through",
  added: "bg-green-50 font-700 underline decoration-2 underline-offset-4",
};

/** Stretches of text; what goes and what comes is marked by signs, so that colour is not needed. */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const t = useMessages().terms.difference;
  return pieces.map(({ kind, text }, place) => {
    if (kind === "same") return <span key={place}>{text}</span>;
    const Mark = kind === "removed" ? "del" : "ins";
    const [begin, end] =
      kind === "removed" ? [t.removedBegin, t.removedEnd] : [t.addedBegin, t.addedEnd];
    return (
      <span key={place} className="font-700">
        {begin}
        <Mark className={looks[kind]}>{text}</Mark>
        {end}
      </span>
    );
  });
}

function Line({ line }: { line: LineDifference }) {
  return (
    <li className={line.isItem ? "flex gap-3 pl-9" : "flex gap-3"}>
      {line.mark ? <span className="figures min-w-6 shrink-0 text-right">{line.mark}</span> : null}
      <span className="min-w-0">
        <Pieces pieces={line.pieces} />
      </span>
    </li>
  );
}

function Article({ article, isTerms }: { article: ArticleDifference; isTerms: boolean }) {
  const t = useMessages().terms.difference;
  const { number, kind, title, lines } = article;
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-line rounded-8 border bg-white p-4">
      <h3 id={id} className="text-std-18B-160">
        {isTerms ? t.article(number) : t.section(number)} <Pieces pieces={title} />{" "}
        <span className="border-line ml-1 rounded-4 border px-2 py-0.5 text-dns-14N-130">
          {t.kinds[kind]}
        </span>
      </h3>
      <ul className="measure mt-3 flex flex-col gap-2">
        {lines.map((line, place) => (
          <Line key={place} line={line} />
        ))}
      </ul>
    </section>
  );
}

/**
 * What changes between two versions, article by article; those that stay are only counted.
 *
 * @example
 * <TextDifference difference={comparison.difference} isTerms />
 */
export function TextDifference({
  difference,
  isTerms,
}: {
  difference: readonly ArticleDifference[];
  isTerms: boolean;
}) {
  const t = useMessages().terms.difference;
  const titleId = useId();
  const changed = difference.filter(({ kind }) => kind !== "same");
  const unchanged = difference.length - changed.length;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-4">
      <h2 id={titleId}>{t.title}</h2>
      {changed.length === 0 ? <p>{t.none}</p> : null}
      {changed.length > 0 ? (
        <p>
          {t.changes(changed.length)} {t.legend}
        </p>
      ) : null}
      {changed.map((article) => (
        <Article key={article.number} article={article} isTerms={isTerms} />
      ))}
      {changed.length > 0 && unchanged > 0 ? (
        <p className="text-support">{t.unchanged(unchanged)}</p>
      ) : null}
    </section>
  );
}
