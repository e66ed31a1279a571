import { Link, useLoaderData } from "react-router";

import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { answer } from "#app/middleware/answer.ts";
import { Notice } from "#app/ui/notice.tsx";
import { currentTerms } from "#app/usecases/terms/current-terms.ts";
import { readPublishedText } from "#app/usecases/terms/published-terms.ts";
import type { Route } from "./+types/terms.ts";
import { PublicFrame } from "./frame.tsx";
import { TermsArticle } from "./terms-article.tsx";
import { today } from "./today.ts";

export async function loader({ request }: Route.LoaderArgs) {
  const wanted = new URL(request.url).searchParams.get("version");
  const day = await today();
  return answer(async () => {
    const { version } = wanted === null ? await currentTerms(day) : { version: wanted };
    return readPublishedText(version, day);
  });
}

export default function Terms() {
  const { name, articles, shown } = useLoaderData<typeof loader>();
  const { version, from, until, standing, document } = shown;
  const locale = useLocale();
  const { public: pages, terms: words } = useMessages();
  const t = pages.terms;
  const isTerms = document === "terms";
  return (
    <PublicFrame>
      <PageHeader
        title={isTerms ? t.title : name[locale]}
        lead={isTerms ? t.lead : undefined}
        actions={
          <Link to="/terms/versions" className="inline-flex min-h-11 items-center">
            {words.publicPages.toVersions}
          </Link>
        }
      />
      {standing === "present" ? null : (
        <Notice
          kind="warning"
          className="mb-6"
          title={
            standing === "coming"
              ? words.publicPages.notBinding(formatDay(from))
              : words.publicPages.past(formatDay(until ?? from))
          }
        />
      )}
      <dl className="flex flex-wrap gap-x-10 gap-y-2">
        <div className="flex gap-3">
          <dt className="font-700">{t.version}</dt>
          <dd>{version}</dd>
        </div>
        <div className="flex gap-3">
          <dt className="font-700">{t.effectiveDay}</dt>
          <dd className="figures">
            <time dateTime={from}>{formatDay(from)}</time>
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
                  <span className="figures w-20 shrink-0">
                    {isTerms ? t.articleNumber(article.number) : article.number}
                  </span>
                  <span>{locale === "ja" ? article.titleJa : article.titleEn}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="flex min-w-0 flex-col gap-10">
          {articles.map((article) => (
            <TermsArticle
              key={article.number}
              article={article}
              locale={locale}
              isTerms={isTerms}
            />
          ))}
        </div>
      </div>
    </PublicFrame>
  );
}
