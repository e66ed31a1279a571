import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import type { ReactNode } from "react";

import "./app.css";
import fontStyles from "./fonts.css?url";
import { useLocale } from "./i18n/use-messages.ts";
import { demoContext, localeContext, userContext } from "./middleware/context.ts";
import { guardMiddleware, type Refusal } from "./middleware/guard.ts";
import { sessionMiddleware } from "./middleware/session.ts";
import { Problem } from "./ui/problem.tsx";
import { DemoBanner } from "./ui/demo-banner.tsx";
import { SiteShell } from "./ui/site-shell.tsx";

/** Who asks, then whether they may: before any loader or action of any page. */
export const middleware = [sessionMiddleware, guardMiddleware];

export function links() {
  return [
    { rel: "stylesheet", href: fontStyles },
    { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  ];
}

/** What every page knows: its language, who is signed in, whether this is a demonstration. */
export function loader({ context }: LoaderFunctionArgs) {
  return {
    locale: context.get(localeContext),
    user: context.get(userContext),
    demo: context.get(demoContext),
  };
}

/** The document around every page, errors included; the nonce comes with ServerRouter. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={useLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: { error: unknown }) {
  const root = useRouteLoaderData<typeof loader>("root") ?? refusedTo(error);
  return (
    <SiteShell user={root?.user} banner={root?.demo ? <DemoBanner /> : null}>
      <Problem error={error} />
    </SiteShell>
  );
}

/** A refusal of the guard comes before any loader, so it brings along what the frame needs. */
function refusedTo(error: unknown): Refusal | undefined {
  return isRouteErrorResponse(error) ? ((error.data ?? undefined) as Refusal) : undefined;
}
