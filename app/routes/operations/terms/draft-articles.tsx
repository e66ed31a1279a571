import { Link } from "react-router";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { LinkButton } from "#app/ui/button.tsx";
import type { VersionForStaff } from "#app/usecases/terms/read-versions.ts";
import { versionPage } from "./version-page.ts";

/** The articles of a draft, each with the way to its form. */
export function DraftArticles({ version }: Pick<VersionForStaff, "version">) {
  const t = useMessages().terms;
  const locale = useLocale();
  const isTerms = version.document === "terms";
  const page = `${versionPage(version.version)}/articles`;
  return (
    <section aria-labelledby="articles" className="flex flex-col items-start gap-4">
      <h2 id="articles">{t.staff.editTitle}</h2>
      <ul className="gap-x-8 md:columns-2">
        {version.articles.map(({ number, titleJa, titleEn }) => (
          <li key={number} className="break-inside-avoid">
            <Link to={`${page}/${number}`} className="inline-flex min-h-11 items-center">
              {isTerms ? t.difference.article(number) : t.difference.section(number)}{" "}
              {locale === "ja" ? titleJa : titleEn} ({t.staff.edit})
            </Link>
          </li>
        ))}
      </ul>
      {isTerms ? null : (
        <LinkButton to={`${page}/${version.articles.length + 1}`} look="secondary">
          {t.staff.addSection}
        </LinkButton>
      )}
    </section>
  );
}
