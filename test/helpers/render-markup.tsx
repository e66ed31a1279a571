import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import {
  Outlet,
  StaticRouterProvider,
  createStaticHandler,
  createStaticRouter,
} from "react-router";

import type { Locale } from "#app/i18n/messages.ts";
import type { SessionUser } from "#app/middleware/context.ts";

/** Where and for whom a page is rendered, and what its loader and its failed submit answered. */
export type RenderOptions = {
  locale?: Locale;
  user?: SessionUser | null;
  demo?: boolean;
  at?: string;
  loaderData?: unknown;
  actionData?: unknown;
};

/**
 * The HTML of an element inside a router whose root loader gives language, person and
 * demonstration, as the server would send it. With `actionData` it is the answer to a POST.
 */
export async function renderMarkup(
  element: ReactNode,
  {
    locale = "ja",
    user = null,
    demo = false,
    at = "/",
    loaderData,
    actionData,
  }: RenderOptions = {},
): Promise<string> {
  const handler = createStaticHandler([
    {
      id: "root",
      loader: () => ({ locale, user, demo }),
      element: <Outlet />,
      children: [
        {
          id: "page",
          path: "*",
          loader: () => loaderData ?? null,
          action: () => actionData,
          element,
        },
      ],
    },
  ]);
  const method = actionData === undefined ? "GET" : "POST";
  const body = method === "POST" ? new URLSearchParams() : undefined;
  const context = await handler.query(
    new Request(new URL(at, "http://localhost"), { method, body }),
  );
  if (context instanceof Response) throw new Error(`answered with status ${context.status}`);
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToString(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}
