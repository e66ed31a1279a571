import type { ReactNode } from "react";
import { NavLink } from "react-router";

import type { SessionUser } from "#app/middleware/context.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Brand } from "./brand.tsx";
import { LinkButton } from "./button.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PhoneMenu } from "./phone-menu.tsx";
import { SkipLink, mainId } from "./skip-link.tsx";

/**
 * The frame of the public pages: header, main, footer. `user` turns the way in into the way to the
 * dashboard; `banner` is the place for the notice of a demonstration; `wide` leaves the width of
 * main to the page.
 */
export function SiteShell({
  user = null,
  banner,
  wide = false,
  children,
}: {
  user?: SessionUser | null;
  banner?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const { navigation, mainNavigation } = useMessages().frame;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {banner}
      <header className="border-line relative border-b bg-white">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3 lg:px-8">
          <Brand />
          <nav
            aria-label={mainNavigation}
            className="hidden items-center gap-6 lg:flex print:hidden"
          >
            <PublicLinks />
            <LanguageSwitch />
            <WayIn user={user} />
          </nav>
          <PhoneMenu>
            <nav aria-label={mainNavigation} className="flex flex-col gap-2">
              <PublicLinks />
              <div className="flex flex-wrap gap-3 py-2">
                <WayIn user={user} />
              </div>
              <LanguageSwitch />
            </nav>
          </PhoneMenu>
        </div>
      </header>
      <main
        id={mainId}
        tabIndex={-1}
        className={wide ? "flex-1" : "mx-auto w-full max-w-7xl flex-1 px-4 py-8 lg:px-8 lg:py-12"}
      >
        {children}
      </main>
      <SiteFooter home={navigation.home} />
    </div>
  );
}

function PublicLinks() {
  const { navigation } = useMessages().frame;
  return ["catalog", "terms"].map((page) => (
    <NavLink
      key={page}
      to={`/${page}`}
      className="text-ink aria-[current=page]:font-700 inline-flex min-h-11 items-center no-underline hover:underline aria-[current=page]:underline aria-[current=page]:decoration-2"
    >
      {page === "catalog" ? navigation.catalog : navigation.terms}
    </NavLink>
  ));
}

function WayIn({ user }: { user: SessionUser | null }) {
  const { navigation } = useMessages().frame;
  if (user) {
    return (
      <LinkButton to="/dashboard" size="small">
        {navigation.dashboard}
      </LinkButton>
    );
  }
  return (
    <>
      <LinkButton to="/sign-in" look="secondary" size="small">
        {navigation.signIn}
      </LinkButton>
      <LinkButton to="/sign-up" size="small">
        {navigation.signUp}
      </LinkButton>
    </>
  );
}

function SiteFooter({ home }: { home: string }) {
  const { serviceName, footerNavigation, navigation } = useMessages().frame;
  return (
    <footer className="bg-night text-white print:hidden">
      <div className="mx-auto flex max-w-7xl flex-col gap-4 px-4 py-8 sm:flex-row sm:items-center sm:justify-between lg:px-8">
        <p className="font-700">{serviceName}</p>
        <nav aria-label={footerNavigation}>
          <ul className="flex flex-wrap gap-x-6">
            {[
              { to: "/", label: home },
              { to: "/catalog", label: navigation.catalog },
              { to: "/terms", label: navigation.terms },
              { to: "/notices", label: navigation.notices },
            ].map((link) => (
              <li key={link.to}>
                <NavLink
                  to={link.to}
                  className="inline-flex min-h-11 items-center text-white hover:text-white"
                >
                  {link.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
