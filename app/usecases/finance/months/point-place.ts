import type { StaffRole } from "#machines/engine/actor.ts";
import type { MonthCheck } from "#machines/month-close/checks.ts";

/** Where an open point is settled, by whom, and which task of the work list it belongs to. */
export interface PointPlace {
  /** Null where it settles itself, or no page does. */
  page: string | null;
  role: StaffRole;
  task: { kind: string; subject: string } | null;
}

interface Point {
  subject: string;
  name: string;
}

const finance = { role: "finance", task: null } as const;
const admin = { role: "admin" } as const;

/** The places of all checks' points. */
const places: Record<MonthCheck, (point: Point, month: string) => PointPlace> = {
  monthOver: () => ({ ...finance, page: null }),
  earlierMonth: ({ subject }) => ({
    ...{ page: `/finance/months/${subject}`, role: "finance" },
    task: { kind: "closeMonth", subject },
  }),
  deadlines: () => ({ ...admin, page: null, task: null }),
  payoutsPulled: () => ({ ...finance, page: "/finance/payouts" }),
  payouts: ({ subject }) => {
    const [payoutId = ""] = subject.split("/");
    const task = { kind: "explainPayout", subject: payoutId };
    return { page: `/finance/payouts/${payoutId}`, role: "finance", task };
  },
  receipts: ({ subject }) => ({
    ...{ page: `/finance/receipts/${subject}`, role: "finance" },
    task: { kind: "decideReceipts", subject: "receipts" },
  }),
  // A break of the comparison is named by what differs and where.
  payments: ({ subject }) =>
    subject.includes("/")
      ? {
          ...{ page: "/finance/comparison", role: "finance" },
          task: { kind: "settleBreaks", subject: "breaks" },
        }
      : { ...finance, page: "/finance/payments" },
  events: () => ({
    ...{ ...admin, page: "/admin/effects/events" },
    task: { kind: "retryEvents", subject: "events" },
  }),
  effects: () => ({
    ...{ ...admin, page: "/admin/effects" },
    task: { kind: "retryDeadEffects", subject: "dead" },
  }),
  ledger: () => ({ ...admin, page: null, task: null }),
};

/** The place of a point of a check, within the checklist of a month. */
export function placeOf(check: MonthCheck, point: Point, month: string): PointPlace {
  return places[check](point, month);
}
