import { currentPortal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { readTotals } from "#db/queries/money/months/booked.ts";
import { readCustomerNames } from "#db/queries/money/months/customer-names.ts";
import { findMonthClose, readMonthCloses } from "#db/queries/money/months/month-closes.ts";
import { readPersonNames } from "#db/queries/operations/people.ts";
import { readTaskOwners } from "#db/queries/work/task-owners.ts";
import { dayOf, tokyoDay, tokyoDayText } from "#machines/calendar.ts";
import type { StaffRole } from "#machines/engine/actor.ts";
import { explainableChecks, monthChecks, type MonthCheck } from "#machines/month-close/checks.ts";
import { closeBy } from "#machines/month-close/close-by.ts";
import type { Closing, Explanation } from "#machines/month-close/machine.ts";
import { daysOf, monthOf } from "#machines/month-close/month.ts";
import type { AccountTotal } from "#machines/month-close/statement.ts";
import { requireMonthReader } from "./month-reader.ts";
import { countOf, readOpenPoints } from "./open-points.ts";
import { placeOf } from "./point-place.ts";
import { requireMonth } from "./send-to-month.ts";

/** Something that keeps a month open. Amounts are yen. */
export interface PointView {
  subject: string;
  name: string;
  customerName: string | null;
  amount: number | null;
  /** ISO day since which it waits, and the whole days of it. */
  since: string;
  ageDays: number;
  /** Null where no page settles it, or the person who looks has not the role for that page. */
  page: string | null;
  role: StaffRole;
  /** Null where nobody has taken it. */
  ownerName: string | null;
}

/** A check of a month's list; met where nothing is open. */
export interface CheckView {
  check: MonthCheck;
  open: number;
  isExplainable: boolean;
  points: PointView[];
}

/** A person by name; null for one who has left. */
type Named<Row> = Row & { byName: string | null };

export interface MonthView {
  month: string;
  firstDay: string;
  lastDay: string;
  /** By when it is to be closed, ISO. */
  closeBy: string;
  isClosed: boolean;
  isOver: boolean;
  /** Empty for a closed month. */
  checks: CheckView[];
  explanations: Named<Explanation>[];
  /** The latest first. */
  closings: (Named<Closing> & { reopenedByName: string | null })[];
  totals: AccountTotal[];
  mayClose: boolean;
  mayReopen: boolean;
}

async function readChecks(tx: Handle, month: string, principal: Principal): Promise<CheckView[]> {
  const { receivedAt, roles } = principal;
  const today = tokyoDay(receivedAt);
  const open = await readOpenPoints(tx, month, receivedAt);
  const placed = monthChecks.map((check) => ({
    check,
    points: open[check].map((point) => ({ ...point, ...placeOf(check, point, month) })),
  }));
  const all = placed.flatMap(({ points }) => points);
  const customers = await readCustomerNames(
    tx,
    all.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])),
  );
  const owners = await readTaskOwners(
    tx,
    all.flatMap(({ task }) => (task ? [task.subject] : [])),
  );
  const names = await readPersonNames(
    tx,
    owners.map(({ ownerId }) => ownerId),
  );
  return placed.map(({ check, points }) => ({
    ...{ check, open: countOf(open[check]) },
    isExplainable: explainableChecks.some((name) => name === check),
    points: points.map(({ subject, name, customerId, amount, since, page, role, task }) => {
      const day = since.length === 10 ? since : tokyoDayText(since);
      const owner = owners.find(
        (each) => each.kind === task?.kind && each.subject === task.subject,
      )?.ownerId;
      return {
        ...{ subject, name, amount, since: day, role },
        customerName: (customerId && customers.get(customerId)) ?? null,
        ageDays: Math.max(0, dayOf(day).until(today, { largestUnit: "days" }).days),
        page: roles.includes(role) ? page : null,
        ownerName: (owner && names[owner]) ?? null,
      };
    }),
  }));
}

/**
 * A month of the books with its checklist: what is open, where it is settled, who has it, and since when.
 *
 * @throws Problem `notFound` for no month, `notAllowed` without the role finance or admin
 */
export async function readMonth(principal: Principal, text: string): Promise<MonthView> {
  requireMonthReader(principal);
  const month = requireMonth(text);
  const today = tokyoDayText(principal.receivedAt);
  if (month > monthOf(today)) throw new Problem("notFound", "the month has not begun");
  const days = daysOf(month);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const row = await findMonthClose(tx, month);
    const isClosed = row?.status === "closed";
    const { explanations = [], closings = [] } = row ?? {};
    const acted = [
      ...explanations.map(({ by }) => by),
      ...closings.flatMap(({ by, reopened }) => (reopened ? [by, reopened.by] : [by])),
    ];
    const names = await readPersonNames(tx, [...new Set(acted)]);
    const nameOf = (by: string) => names[by] ?? null;
    const later = (await readMonthCloses(tx)).some(
      (each) => each.month > month && each.status === "closed",
    );
    return {
      ...{ month, ...days, closeBy: closeBy(month), isClosed, isOver: today > days.lastDay },
      checks: isClosed ? [] : await readChecks(tx, month, principal),
      explanations: explanations.map((each) => ({
        ...each,
        byName: nameOf(each.by),
      })),
      closings: closings.toReversed().map((each) => ({
        ...{ ...each, byName: nameOf(each.by) },
        reopenedByName: each.reopened && nameOf(each.reopened.by),
      })),
      totals: await readTotals(tx, days),
      mayClose: principal.roles.includes("finance") && !isClosed,
      mayReopen: principal.roles.includes("admin") && isClosed && !later,
    };
  });
}
