import { useLoaderData } from "react-router";

import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { currentTerms } from "#app/usecases/terms/current-terms.ts";
import { PublicFrame } from "./frame.tsx";
import { TermsArticle } from "./terms-article.tsx";
import { today } from "./today.ts";

export async function loader() {
  return currentTerms(await today());
}

export default function Terms() {
  const { version, effectiveDay, articles } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const t = useMessages().public.terms;
  return (
    <PublicFrame>
      <PageHeader title={t.title} lead={t.lead} />
      <dl className="flex flex-wrap gap-x-10 gap-y-2">
        <div className="flex gap-3">
          <dt className="font-700">{t.version}</dt>
          <dd>{version}</dd>
        </div>
        <div className="flex gap-3">
          <dt className="font-700">{t.effectiveDay}</dt>
          <dd className="figures">
            <time dateTime={effectiveDay}>{formatDay(effectiveDay)}</time>
          </dd>
        </div>
      </dl>
      {t.translationNote ? <p className="text-support mt-2">{t.translationNote}</p> : null}
      <div className="mt-8 gap-12 lg:grid lg:grid-cols-[18rem_1fr]">
        <nav
          id="contents"
          aria-labelledby="contents-title"
          className="mb-10 lg:sticky lg:top-4 lg:mb-0 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto print:hidden"
        >
          <h2 id="contents-title" className="text-std-18B-160">
            {t.contents}
          </h2>
          <ol className="border-line mt-2 border-l-2">
            {articles.map((article) => (
              <li key={article.number}>
                <a
                  href={`#article-${article.number}`}
                  className="flex min-h-11 gap-3 py-2 pl-4 leading-150 no-underline hover:underline"
                >
                  <span className="figures w-20 shrink-0">{t.articleNumber(article.number)}</span>
                  <span>{locale === "ja" ? article.titleJa : article.titleEn}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="flex min-w-0 flex-col gap-10">
          {articles.map((article) => (
            <TermsArticle key={article.number} article={article} locale={locale} />
          ))}
        </div>
      </div>
    </PublicFrame>
  );
}
