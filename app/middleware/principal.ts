import type { RouterContextProvider } from "react-router";
import type { Principal } from "#app/usecases/principal.ts";
import { arrivalContext, userContext } from "./context.ts";

/**
 * Who asks, for a use-case. The access middleware has let nobody in who is not signed in, so a
 * missing user is a fault of the route table and throws.
 */
export function principalOf(context: Readonly<RouterContextProvider>): Principal {
  const user = context.get(userContext);
  const { receivedAt, ipAddress } = context.get(arrivalContext);
  if (!user) throw new Error("This route is open to visitors: it has no principal.");
  const { userId, customerId, roles } = user;
  return { userId, customerId, roles, ipAddress, receivedAt };
}
