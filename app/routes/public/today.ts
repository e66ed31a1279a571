import { dayOfInstant } from "#app/i18n/format.ts";
import { currentPortal } from "#app/portal.ts";

/** Today by the portal's clock: an ISO day in Tokyo. */
export async function today(): Promise<string> {
  return dayOfInstant((await currentPortal().clock.now()).toISOString());
}
