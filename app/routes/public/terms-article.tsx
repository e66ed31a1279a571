import type { Locale } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { currentTerms } from "#app/usecases/terms/current-terms.ts";

type Article = Awaited<ReturnType<typeof currentTerms>>["articles"][number];

/** One article (条) with its paragraphs (項) and items (号); `#article-N` is what every clause link names. */
export function TermsArticle({
  article,
  locale,
  isTerms,
}: {
  article: Article;
  locale: Locale;
  /** Whether it is an article of the terms; else a section of a specification. */
  isTerms: boolean;
}) {
  const t = useMessages().public.terms;
  const id = `article-${article.number}`;
  const title = locale === "ja" ? article.titleJa : article.titleEn;
  const several = article.paragraphs.length > 1;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="target:bg-yellow-50 measure -mx-3 scroll-mt-4 rounded-8 px-3 py-2"
    >
      <h2 id={`${id}-title`} className="text-std-20B-160">
        {isTerms ? t.article(article.number, title) : `${article.number}. ${title}`}
      </h2>
      {article.paragraphs.map((paragraph) => (
        <div
          key={paragraph.number}
          id={`${id}-${paragraph.number}`}
          className="mt-3 flex gap-3 scroll-mt-4"
        >
          {several ? (
            <span className="figures w-6 shrink-0 text-right">{paragraph.number}</span>
          ) : null}
          <div className="min-w-0">
            <p>{paragraph[locale]}</p>
            {paragraph.items?.length ? (
              <ol className="mt-2 flex flex-col gap-1.5">
                {paragraph.items.map((item) => (
                  <li key={item.mark} className="flex gap-3">
                    <span className="figures min-w-8 shrink-0">{item.mark}</span>
                    <span>{item[locale]}</span>
                  </li>
                ))}
              </ol>
            ) : null}
          </div>
        </div>
      ))}
      <p className="mt-2 print:hidden">
        <a href="#contents" className="text-dns-14N-130 inline-flex min-h-11 items-center">
          {t.backToContents}
        </a>
      </p>
    </article>
  );
}
