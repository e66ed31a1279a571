import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { readFailedEvents } from "#db/queries/inbox.ts";
import { linesPerPage } from "./read-audit-log.ts";
import { readOpenCounts, type OpenCounts } from "./read-effects.ts";

/** A provider's message that was given up, as a page shows it; never its body. */
export interface EventLine {
  provider: string;
  eventId: string;
  type: string;
  objectId: string | null;
  /** ISO instants. */
  receivedAt: string;
  processedAt: string | null;
  /** What stood in the way. */
  problem: string | null;
}

export interface EventsPage {
  counts: OpenCounts;
  events: EventLine[];
  page: number;
  pages: number;
}

/**
 * What providers told the portal and what could not be worked.
 *
 * @param wanted page from 1
 * @throws Problem `notAllowed` without the role admin
 */
export async function readEventsPage(
  principal: Principal,
  wanted: { page: number },
): Promise<EventsPage> {
  asStaff(principal, "admin");
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const counts = await readOpenCounts(tx);
    const pages = Math.max(1, Math.ceil(counts.events / linesPerPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    const offset = (page - 1) * linesPerPage;
    const rows = await readFailedEvents(tx, { limit: linesPerPage, offset });
    const events = rows.map(({ receivedAt, processedAt, outcome: problem, ...row }) => ({
      ...row,
      problem,
      receivedAt: receivedAt.toISOString(),
      processedAt: processedAt?.toISOString() ?? null,
    }));
    return { counts, events, page, pages };
  });
}
