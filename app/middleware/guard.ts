import { data, redirect, type MiddlewareFunction } from "react-router";
import { decideAccess, rowName } from "#app/access.ts";
import { currentPortal } from "#app/portal.ts";
import { recordDenial } from "#app/usecases/audit/record-denial.ts";
import { demoContext, requestContext, userContext, type SessionUser } from "./context.ts";
import { limits, type Limit } from "./rate-limit.ts";

/** Forms that guessing or flooding would use, with what one address may send. */
const limited: Readonly<Record<string, Limit>> = {
  "/sign-in": limits.signIn,
  "/sign-in/second-factor": limits.secondFactor,
  "/sign-up": limits.signUp,
  "/sign-up/sent": limits.signUp,
  "/forgot-password": limits.reset,
  "/reset-password": limits.reset,
};

/** What the page of a refusal needs to know. */
export interface Refusal {
  user: SessionUser | null;
  demo: boolean;
}

/**
 * Asks access.ts whether the person may use the route, before any loader or action runs. A refusal
 * is written to the audit log; visitors are sent to sign in and come back afterwards.
 */
export const guardMiddleware: MiddlewareFunction<Response> = async (
  { request, url, context, pattern: matched },
  next,
) => {
  const pattern = rowName(matched);
  const portal = currentPortal();
  const user = context.get(userContext);
  const { requestId, ipAddress } = context.get(requestContext);
  const action = `${request.method} ${pattern}`;
  const deny = async (status: number) => {
    const { userId, customerId } = user ?? {};
    const outcome = `refused: ${status}`;
    await recordDenial(portal, { action, outcome, userId, customerId, requestId });
    const refusal: Refusal = { user, demo: context.get(demoContext) };
    return data(refusal, { status });
  };
  const limit = request.method === "POST" ? limited[pattern] : undefined;
  if (limit && !(await portal.limiter.take(`${pattern} ${ipAddress}`, limit)))
    throw await deny(429);
  const decision = decideAccess(pattern, request.method, user, portal.demo);
  if (decision.outcome === "sign-in") {
    const back = request.method === "GET" ? url.pathname + url.search : "/dashboard";
    throw redirect(`/sign-in?returnTo=${encodeURIComponent(back)}`, 303);
  }
  if (decision.outcome === "enrol") throw redirect("/account", 303);
  if (decision.outcome === "refused") throw await deny(decision.status);
  return next();
};
