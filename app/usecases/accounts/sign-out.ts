import type { Portal } from "#app/portal.ts";
import { callerHeaders, cookiesOf, type Caller } from "./caller.ts";

/** Ends the session of this browser, if it has one. Returns the cookies that make it forget. */
export async function signOut(portal: Portal, caller: Caller): Promise<Headers> {
  const { headers } = await portal.accounts.api.signOut({
    headers: callerHeaders(caller),
    returnHeaders: true,
  });
  return cookiesOf(headers);
}
