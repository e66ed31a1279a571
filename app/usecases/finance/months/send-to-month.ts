import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Principal } from "#app/usecases/principal.ts";
import type { Alongside } from "#app/workflow/flush.ts";
import { ensureOperatorCustomer } from "#db/queries/operator-customer.ts";
import type { Actor } from "#machines/engine/actor.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { MonthCloseEvent } from "#machines/month-close/events.ts";
import { isMonth, type Month } from "#machines/month-close/month.ts";

/** A month, and the click that the command comes from. */
export interface MonthTarget {
  month: Month;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/** The machine of a month; there is one, whoever asks first. */
export const monthIdOf = (month: Month) => derivedId(operatorCustomerId, `month/${month}`);

/** Refuses what names no month, before the database does. Throws Problem `notFound`. */
export function requireMonth(text: string): Month {
  if (!isMonth(text)) throw new Problem("notFound", "no month");
  return text;
}

/**
 * Sends a month its event, and does what belongs to it in the same transaction.
 *
 * @throws Problem `conflict` where the month takes no such event now, `invalid` for a click that is none
 */
export async function sendToMonth(
  { receivedAt }: Principal,
  { month, clickId }: MonthTarget,
  actor: Actor,
  event: MonthCloseEvent,
  alongside: Alongside,
): Promise<void> {
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const { database, dispatch } = currentPortal();
  await database.transaction({ role: "portal_engine" }, (tx) =>
    ensureOperatorCustomer(tx, operatorCustomerId, new Date(receivedAt)),
  );
  const target = {
    ...{ customerId: operatorCustomerId, machineId: monthIdOf(month) },
    ...{ kind: "monthClose" as const, commandId: `${event.type}/${clickId}` },
  };
  accepted(await dispatch({ ...target, actor, receivedAt, event }, alongside));
}
