import { useRouteLoaderData } from "react-router";

import { isLocale, messagesFor } from "./messages.ts";
import type { Locale, Messages } from "./messages.ts";

/** The page's language, from the root loader's `locale`; Japanese where the root loader failed. */
export function useLocale(): Locale {
  const root = useRouteLoaderData<{ locale?: unknown } | undefined>("root");
  return isLocale(root?.locale) ? root.locale : "ja";
}

/**
 * The dictionary of the page's language.
 *
 * @example
 * const t = useMessages();
 * return <Button>{t.frame.buttons.save}</Button>;
 */
export function useMessages(): Messages {
  return messagesFor(useLocale());
}
