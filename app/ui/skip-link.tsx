import { useMessages } from "#app/i18n/use-messages.ts";

/** Id of the page's main element, to which the skip link leads. */
export const mainId = "main";

/** The first stop of the tab key: jumps over the header and the menus. */
export function SkipLink() {
  const { skipToMain } = useMessages().frame;
  return (
    <a
      href={`#${mainId}`}
      className="sr-only focus:not-sr-only focus:bg-yellow-300! focus:text-ink! focus:absolute! focus:top-2 focus:left-2 focus:z-30 focus:inline-flex focus:min-h-11 focus:items-center focus:px-4!"
    >
      {skipToMain}
    </a>
  );
}
