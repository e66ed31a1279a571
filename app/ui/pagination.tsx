import { Link, useSearchParams } from "react-router";

import { useMessages } from "#app/i18n/use-messages.ts";

/**
 * Previous and next page of a list; keeps the address's other parameters. `page` counts from 1.
 * Renders nothing for a single page.
 */
export function Pagination({
  page,
  pages,
  parameter = "page",
}: {
  page: number;
  pages: number;
  parameter?: string;
}) {
  const words = useMessages().frame.pagination;
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const to = (target: number) => {
    const next = new URLSearchParams(search);
    next.set(parameter, String(target));
    return { search: `?${next}` };
  };
  const link = "inline-flex min-h-11 min-w-11 items-center px-2";
  return (
    <nav
      aria-label={words.label}
      className="mt-4 flex flex-wrap items-center justify-center gap-x-4 print:hidden"
    >
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev" className={link}>
          {words.previous}
        </Link>
      ) : null}
      <span className="figures">{words.position(page, pages)}</span>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next" className={link}>
          {words.next}
        </Link>
      ) : null}
    </nav>
  );
}
