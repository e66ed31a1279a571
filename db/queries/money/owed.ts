import { inArray } from "drizzle-orm";
import { invoice } from "#db/schema/money.ts";
import type { OwedState } from "#machines/invoice/owed.ts";

// A record, so that a state that is missing here fails the type check as well as one too many.
const states = { issued: true, partlyPaid: true, overdue: true } satisfies Record<OwedState, true>;

/** The condition that an invoice still asks for money. */
export const isOwed = inArray(invoice.status, Object.keys(states));
