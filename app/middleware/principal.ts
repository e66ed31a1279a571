import type { LoaderFunctionArgs } from "react-router";
import type { Principal } from "#app/usecases/principal.ts";
import { requestContext, userContext } from "./context.ts";

/**
 * Who asks, as the use-cases take it. Throws where nobody is signed in, which access.ts rules out for
 * every route that calls this.
 */
export function principalOf(context: Readonly<LoaderFunctionArgs["context"]>): Principal {
  const user = context.get(userContext);
  if (!user) throw new Error("A route that asks who is signed in is open to visitors.");
  const { ipAddress, receivedAt } = context.get(requestContext);
  return {
    userId: user.userId,
    customerId: user.customerId,
    roles: user.roles,
    ipAddress,
    receivedAt: receivedAt.toISOString(),
  };
}
