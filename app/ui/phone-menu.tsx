import type { ReactNode } from "react";
import { useLocation } from "react-router";

import { useMessages } from "#app/i18n/use-messages.ts";

/** The menu of narrow pages: a native disclosure, so it opens without JavaScript. */
export function PhoneMenu({ children }: { children: ReactNode }) {
  const { menu } = useMessages().frame;
  const { key } = useLocation();
  return (
    // A new element for each page, so that following a link closes the menu.
    <details key={key} className="group static lg:hidden print:hidden">
      <summary className="border-key-900 text-key-900 text-oln-14B-100 hover:bg-key-50 flex min-h-11 min-w-11 list-none items-center gap-2 rounded-8 border bg-white px-3 [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="text-[1.125rem] leading-100 group-open:hidden">
          ≡
        </span>
        <span aria-hidden="true" className="hidden text-[1.125rem] leading-100 group-open:inline">
          ×
        </span>
        {menu}
      </summary>
      <div className="border-line shadow-2 absolute inset-x-0 top-full z-20 border-t bg-white p-4">
        {children}
      </div>
    </details>
  );
}
