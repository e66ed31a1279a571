import type { ReactNode } from "react";
import { NavLink } from "react-router";

import type { SessionUser } from "#app/middleware/context.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Brand } from "./brand.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PhoneMenu } from "./phone-menu.tsx";
import { SkipLink, mainId } from "./skip-link.tsx";

/** One link of the menu; `count` is a number of things that wait there, `countLabel` says which. */
export type NavItem = {
  to: string;
  label: string;
  end?: boolean;
  count?: number;
  countLabel?: string;
};

/** A part of the menu; the caller leaves out what the person's roles don't open. */
export type NavSection = { heading?: string; items: readonly NavItem[] };

/**
 * The frame of the signed-in pages: header with organisation and person, menu at the side (a
 * disclosure on a phone), main. The menu comes from the caller, by role; `banner` is the place for
 * the notice of a demonstration.
 *
 * @example
 * <AppShell user={user} sections={navigationFor(user.roles, t)} home="/dashboard">
 *   <Outlet />
 * </AppShell>
 */
export function AppShell({
  user,
  sections,
  home = "/dashboard",
  banner,
  children,
}: {
  user: SessionUser;
  sections: readonly NavSection[];
  home?: string;
  banner?: ReactNode;
  children: ReactNode;
}) {
  const { mainNavigation } = useMessages().frame;
  return (
    <div className="bg-surface flex min-h-dvh flex-col print:bg-white">
      <SkipLink />
      {banner}
      <header className="border-line relative border-b bg-white print:hidden">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2 lg:px-6">
          <Brand to={home} />
          <div className="hidden items-center gap-5 lg:flex">
            <Person user={user} />
            <LanguageSwitch />
            <SignOut />
          </div>
          <PhoneMenu>
            <nav aria-label={mainNavigation}>
              <Menu sections={sections} />
            </nav>
            <div className="border-line mt-3 flex flex-col gap-3 border-t pt-3">
              <Person user={user} />
              <div className="flex flex-wrap items-center justify-between gap-3">
                <LanguageSwitch />
                <SignOut />
              </div>
            </div>
          </PhoneMenu>
        </div>
      </header>
      <div className="flex flex-1">
        <nav
          aria-label={mainNavigation}
          className="border-line hidden w-64 shrink-0 border-r bg-white p-4 lg:block print:hidden"
        >
          <Menu sections={sections} />
        </nav>
        <main id={mainId} tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 lg:px-10 lg:py-8">
          <div className="mx-auto max-w-6xl">{children}</div>
        </main>
      </div>
    </div>
  );
}

function Menu({ sections }: { sections: readonly NavSection[] }) {
  return sections.map((section, index) => (
    <div key={section.heading ?? index} className="mb-4">
      {section.heading ? (
        <h2 className="text-support text-oln-14B-100 px-3 py-2">{section.heading}</h2>
      ) : null}
      <ul>
        {section.items.map((item) => (
          <li key={item.to}>
            <NavLink
              to={item.to}
              end={item.end}
              className="text-ink aria-[current=page]:border-key-900 aria-[current=page]:bg-key-50 aria-[current=page]:text-key-1000 aria-[current=page]:font-700 hover:bg-solid-gray-50 flex min-h-11 items-center justify-between gap-2 rounded-r-8 border-l-4 border-transparent px-3 py-2 leading-130 no-underline hover:underline"
            >
              {item.label}
              {item.count ? (
                <span className="bg-error-2 text-oln-14B-100 figures min-w-6 rounded-full px-2 py-1 text-center text-white">
                  {item.count}
                  {item.countLabel ? (
                    <span className="sr-only">{` ${item.countLabel}`}</span>
                  ) : null}
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function Person({ user }: { user: SessionUser }) {
  const { operatorStaff, roles, signedInAs } = useMessages().frame;
  return (
    <div className="text-dns-14N-130 lg:text-right">
      <p className="font-700">{user.customerName ?? operatorStaff}</p>
      <p className="text-support">
        {signedInAs(user.name)}
        {user.roles.length > 0 ? ` (${user.roles.map((role) => roles[role]).join(", ")})` : null}
      </p>
    </div>
  );
}

function SignOut() {
  const { navigation } = useMessages().frame;
  return (
    <form method="post" action="/sign-out">
      <button
        type="submit"
        className="border-key-900 text-key-900 text-oln-14B-100 hover:bg-key-50 min-h-11 rounded-8 border bg-white px-4"
      >
        {navigation.signOut}
      </button>
    </form>
  );
}
