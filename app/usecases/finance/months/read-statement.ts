import type { Handle } from "#db/client.ts";
import { beforeMonth, readBooked } from "#db/queries/money/months/booked.ts";
import { daysOf, type Month } from "#machines/month-close/month.ts";
import {
  addTransactions,
  beginStatement,
  closeStatement,
  type Statement,
  type StatementTransaction,
} from "#machines/month-close/statement.ts";

/** Bounds what is held in memory, however much was booked. */
const bookingsAtOnce = 2000;

/** Every booking of a month, some at a time, in the order of the ledger. */
export async function* bookingsOf(
  tx: Handle,
  month: Month,
  size = bookingsAtOnce,
): AsyncGenerator<StatementTransaction[]> {
  const days = daysOf(month);
  for (let after = beforeMonth(days); ;) {
    const booked = await readBooked(tx, days, after, size);
    if (booked.length > 0) yield booked;
    const last = booked.at(-1);
    if (!last || booked.length < size) return;
    after = last;
  }
}

/** The statement of a month as the ledger stands now. */
export async function readStatement(tx: Handle, month: Month, size?: number): Promise<Statement> {
  let sum = beginStatement(month);
  for await (const booked of bookingsOf(tx, month, size)) sum = addTransactions(sum, booked);
  return closeStatement(sum);
}
