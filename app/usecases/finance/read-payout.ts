import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readLineSums } from "#db/queries/money/payouts/lines.ts";
import { readPayoutLines } from "#db/queries/money/list-payouts.ts";
import { readLedgerOfMachine, type LedgerLine } from "#db/queries/money/ledger.ts";
import { findPayout } from "#db/queries/money/write-payout.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { readBankSide, type BankSide } from "./payouts/bank-side.ts";

/** A line of a payout as its page shows it. Amounts are yen. */
export interface PayoutLineView {
  lineId: string;
  type: string;
  amount: number;
  fee: number;
  net: number;
  sourceId: string | null;
  state: string;
  reason: string;
  customerId: string | null;
  invoiceId: string | null;
  customerName: string | null;
  invoiceNumber: string | null;
}

/** A payout with its lines and whether they add up to it. Amounts are yen, days ISO. */
export interface PayoutView {
  payoutId: string;
  amount: number;
  status: string;
  arrivalDay: string;
  isBooked: boolean;
  /** The first of them, those that need a person before all others. */
  lines: PayoutLineView[];
  lineCount: number;
  exceptions: number;
  /** Charges before fees, fees, everything else, and by how much all of it misses the payout. */
  gross: number;
  fees: number;
  other: number;
  difference: number;
  ledger: LedgerLine[];
  bank: BankSide;
}

/**
 * One payout, for finance.
 *
 * @throws Problem `notAllowed` without the role finance, `notFound` for a payout never pulled
 */
export async function readPayout(principal: Principal, payoutId: string): Promise<PayoutView> {
  asStaff(principal, "finance");
  const read = await currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const row = await findPayout(tx, payoutId);
    if (!row) throw new Problem("notFound", "no such payout");
    const machineId = row.ledgerTransactionId;
    const ledger = machineId
      ? await readLedgerOfMachine(tx, { customerId: operatorCustomerId, machineId })
      : [];
    const sums = await readLineSums(tx, payoutId);
    const bank = await readBankSide(tx, row, tokyoDay(principal.receivedAt));
    return { row, ledger, sums, bank, lines: await readPayoutLines(tx, payoutId) };
  });
  const { row, ledger, sums, bank } = read;
  const lines = read.lines.map(
    ({ payoutId: _1, paymentId: _2, subjectId: _3, chargeId: _4, ...line }) => line,
  );
  // A manual payout's one line stands for all that it carries; an automatic one carries the others.
  const carried = sums.filter(({ reason }) => reason !== "payout" && reason !== "payoutDiffers");
  const charges = carried.filter(({ type }) => type === "charge" || type === "payment");
  const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);
  const gross = sum(charges.map(({ amount }) => amount));
  const fees = sum(carried.map(({ fee }) => fee));
  const other = sum(carried.map(({ amount }) => amount)) - gross;
  return {
    payoutId,
    amount: row.amount,
    status: row.status,
    arrivalDay: row.arrivalDay,
    isBooked: row.ledgerTransactionId !== null,
    lines,
    lineCount: sum(sums.map((one) => one.lines)),
    exceptions: sum(sums.filter(({ state }) => state === "exception").map((one) => one.lines)),
    ...{ gross, fees, other },
    difference: row.amount - sum(carried.map(({ net }) => net)),
    ...{ ledger, bank },
  };
}
