import { isLocale, messagesFor } from "#app/i18n/messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { currentPortal } from "#app/portal.ts";
import { listMaintenance } from "#app/usecases/maintenance/list-maintenance.ts";
import type { Route } from "./+types/feed.ts";
import { calendarFeed } from "./calendar-feed.ts";

/**
 * `GET /maintenance.ics`: the maintenance calendar to subscribe to. A calendar program has no cookie for
 * its language, so that the address names it: `?lang=en`.
 */
export async function loader({ request, context }: Route.LoaderArgs): Promise<Response> {
  const wanted = new URL(request.url).searchParams.get("lang");
  const locale = isLocale(wanted) ? wanted : context.get(localeContext);
  const windows = await answer(() => listMaintenance());
  const pageUrl = `${currentPortal().appUrl}/maintenance`;
  return new Response(
    calendarFeed(windows, { t: messagesFor(locale).maintenance, locale, pageUrl }),
    {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'attachment; filename="maintenance.ics"',
        "Cache-Control": "public, max-age=300",
      },
    },
  );
}
