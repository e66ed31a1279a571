import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { readOpenBreaks } from "#db/queries/money/comparison.ts";
import {
  findDisputeView,
  findRefundView,
  listDisputes,
  listRefunds,
} from "#db/queries/money/refunds/money-back.ts";
import { readLedgerOfMachine } from "#db/queries/money/ledger.ts";
import { dayOf, tokyoDay, tokyoDayText } from "#machines/calendar.ts";

const mostListed = 200;

const asStaffReader = <Value>(work: (tx: Handle) => Promise<Value>): Promise<Value> =>
  currentPortal().database.transaction({ role: "portal_staff" }, work);

function requireKey(...ids: string[]): void {
  if (!ids.every((id) => isIdentifier(id))) throw new Problem("notFound", "no identifier");
}

/**
 * The latest refunds and disputes of all customers, for finance. Amounts are yen.
 *
 * @throws Problem `notAllowed` without the role finance
 */
export async function readRefunds(principal: Principal) {
  asStaff(principal, "finance");
  return asStaffReader(async (tx) => ({
    refunds: (await listRefunds(tx, mostListed)).map(({ requestedAt, changedAt: _, ...row }) => ({
      ...row,
      askedOn: requestedAt && tokyoDayText(requestedAt.toISOString()),
    })),
    disputes: (await listDisputes(tx, mostListed)).map(({ changedAt: _, ...row }) => row),
  }));
}

/** One refund with what was booked. Throws Problem `notFound`, `notAllowed`. */
export async function readRefund(
  principal: Principal,
  key: { customerId: string; refundId: string },
) {
  asStaff(principal, "finance");
  requireKey(key.customerId, key.refundId);
  return asStaffReader(async (tx) => {
    const row = await findRefundView(tx, key);
    if (!row) throw new Problem("notFound", `no refund ${key.refundId}`);
    const { requestedAt, changedAt: _, ...refund } = row;
    const { customerId, refundId: machineId } = key;
    return {
      ...refund,
      askedOn: requestedAt && tokyoDayText(requestedAt.toISOString()),
      today: tokyoDay(principal.receivedAt).toString(),
      ledger: await readLedgerOfMachine(tx, { customerId, machineId }),
    };
  });
}

/** One dispute with what was booked. Throws Problem `notFound`, `notAllowed`. */
export async function readDispute(
  principal: Principal,
  key: { customerId: string; disputeId: string },
) {
  asStaff(principal, "finance");
  requireKey(key.customerId, key.disputeId);
  return asStaffReader(async (tx) => {
    const row = await findDisputeView(tx, key);
    if (!row) throw new Problem("notFound", `no dispute ${key.disputeId}`);
    const { changedAt: _, lines: __, ...dispute } = row;
    const { customerId, disputeId: machineId } = key;
    return { ...dispute, ledger: await readLedgerOfMachine(tx, { customerId, machineId }) };
  });
}

/** What Stripe and the portal tell differently, the oldest first, for finance. Throws Problem `notAllowed`. */
export async function readComparison(principal: Principal) {
  asStaff(principal, "finance");
  const today = tokyoDay(principal.receivedAt);
  return asStaffReader(async (tx) =>
    (await readOpenBreaks(tx)).map(({ happenedAt, foundAt, ...row }) => {
      const happenedOn = tokyoDayText(happenedAt.toISOString());
      const ageDays = dayOf(happenedOn).until(today, { largestUnit: "days" }).days;
      return { ...row, happenedOn, foundOn: tokyoDayText(foundAt.toISOString()), ageDays };
    }),
  );
}
