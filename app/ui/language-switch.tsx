import { useLocation } from "react-router";

import { locales } from "#app/i18n/messages.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { classNames } from "./class-names.ts";

/**
 * Chooses the page's language: a plain form to `POST /language` (`locale`, `returnTo`), so that it
 * works without JavaScript and reloads the whole document in the new language.
 */
export function LanguageSwitch({ inverse = false }: { inverse?: boolean }) {
  const words = useMessages().frame;
  const current = useLocale();
  const { pathname, search } = useLocation();
  return (
    <form
      method="post"
      action="/language"
      aria-label={words.language}
      className="flex items-center print:hidden"
    >
      <input type="hidden" name="returnTo" value={pathname + search} />
      {locales.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
          className={classNames(
            "text-oln-14N-100 min-h-11 min-w-11 px-2 py-1",
            locale === current
              ? "font-700 underline decoration-2 underline-offset-8"
              : "hover:underline hover:underline-offset-8",
            inverse ? "text-white" : "text-ink",
          )}
        >
          {words.languages[locale]}
        </button>
      ))}
    </form>
  );
}
