import type { MiddlewareFunction } from "react-router";
import { rowName } from "#app/access.ts";
import { addToLogContext } from "#app/log-context.ts";
import { isLocale, type Locale } from "#app/i18n/messages.ts";
import { currentPortal } from "#app/portal.ts";
import type { Caller } from "#app/usecases/accounts/caller.ts";
import { readSession } from "#app/usecases/accounts/read-session.ts";
import {
  demoContext,
  localeContext,
  requestContext,
  sessionTokenContext,
  userContext,
} from "./context.ts";

type Contexts = Parameters<MiddlewareFunction>[0]["context"];

/** The browser behind a request, as the account use-cases take it. */
export function callerOf(request: Request, context: Readonly<Contexts>): Caller {
  return {
    cookie: request.headers.get("cookie"),
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
    ipAddress: context.get(requestContext).ipAddress,
  };
}

/** The language that the visitor chose, else the person's, else the first one the browser asks for. */
export function chooseLocale(request: Request, ofPerson: Locale | undefined): Locale {
  const chosen = /(?:^|; *)locale=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  if (isLocale(chosen)) return chosen;
  if (ofPerson) return ofPerson;
  const [first = ""] = (request.headers.get("accept-language") ?? "ja").split(/[,;-]/);
  return /^(ja|\*|)$/i.test(first.trim()) ? "ja" : "en";
}

/** Adds cookies to a response, except those that the page has set itself: its word is newer. */
function addCookies(response: Response, cookies: Headers): void {
  const nameOf = (cookie: string) => cookie.split("=", 1)[0];
  const own = new Set(response.headers.getSetCookie().map(nameOf));
  for (const cookie of cookies.getSetCookie()) {
    if (!own.has(nameOf(cookie))) response.headers.append("Set-Cookie", cookie);
  }
}

/** Turns the session's cookie into the signed-in person, and settles the page's language. */
export const sessionMiddleware: MiddlewareFunction<Response> = async (
  { request, context, pattern },
  next,
) => {
  const portal = currentPortal();
  context.set(demoContext, portal.demo);
  const route = rowName(pattern);
  addToLogContext({ route });
  // These answer machines, also when the database does not.
  if (/^\/(health|webhooks)\/|^\/metrics$/.test(route)) return next();
  const session = await readSession(portal, callerOf(request, context));
  context.set(userContext, session?.user ?? null);
  if (session) addToLogContext({ userId: session.user.userId });
  context.set(sessionTokenContext, session?.token ?? null);
  context.set(localeContext, chooseLocale(request, session?.locale));
  const response = await next();
  if (session) addCookies(response, session.headers);
  return response;
};
