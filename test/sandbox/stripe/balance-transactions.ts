import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { BalanceRow } from "../store/tables.ts";
import { endpoint } from "./call.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { optional, text } from "./parameters.ts";

const DAY = 24 * 60 * 60;
const AVAILABLE_AFTER_DAYS = 4;
const FEE_PER_MILLE = 36;

export interface Booking {
  /** Any type that Stripe knows, and in tests one that it does not. */
  type: string;
  /** Where it differs from the type. */
  reportingCategory?: string;
  /** In the smallest unit, negative when it leaves the balance. */
  amount: number;
  /** In the smallest unit; negative where a fee comes back. */
  fee: number;
  feeDescription?: string;
  currency: string;
  source: string | null;
  description: string | null;
  /** Unix seconds, the start of a day in UTC. */
  availableOn: number;
  payout: string | null;
}

/** Stripe's card fee in Japan: 3.6 %, rounded half up to the yen. */
export function cardFee(yen: number): number {
  return Math.floor((yen * FEE_PER_MILLE + 500) / 1000);
}

/** When money charged at `moment` can be paid out: the UTC day four days later. */
export function availableOn(moment: number): number {
  return startOfDay(moment) + AVAILABLE_AFTER_DAYS * DAY;
}

export function startOfDay(moment: number): number {
  return Math.floor(moment / DAY) * DAY;
}

/** Enters a row into the balance. Inside a transaction. */
export function book({ store, clock }: Sandbox, booking: Booking): Stripe.BalanceTransaction {
  const transaction: Stripe.BalanceTransaction = {
    id: newId("txn"),
    object: "balance_transaction",
    amount: booking.amount,
    available_on: booking.availableOn,
    balance_type: "payments",
    created: clock.now(),
    currency: booking.currency,
    description: booking.description,
    exchange_rate: null,
    fee: booking.fee,
    fee_details: booking.fee === 0 ? [] : [feeDetail(booking)],
    net: booking.amount - booking.fee,
    reporting_category: booking.reportingCategory ?? booking.type,
    source: booking.source,
    status: "pending",
    type: booking.type,
  };
  store.put("balance", { id: transaction.id, transaction, payout: booking.payout });
  return transaction;
}

/** The row as the API shows it: available from its day on. */
export function presentBalance({ clock }: Sandbox, row: BalanceRow): Stripe.BalanceTransaction {
  const status = row.transaction.available_on <= clock.now() ? "available" : "pending";
  return { ...row.transaction, status };
}

export const retrieveBalanceTransaction = endpoint({}, ({ sandbox, id }) => {
  const row = sandbox.store.get("balance", id("transaction"));
  if (!row) throw noSuch("balance_transaction", id("transaction"), "id");
  return presentBalance(sandbox, row);
});

/** With `payout=`, the rows that payout carried, its own row among them. */
export const listBalanceTransactions = endpoint(
  {
    ...PAGING,
    created: optional(moment),
    currency: optional(text()),
    payout: optional(text()),
    source: optional(text()),
    type: optional(text()),
  },
  ({ sandbox, path }, parameters) => {
    if (parameters.payout) checkPayout(sandbox, parameters.payout);
    const rows = sandbox.store
      .all("balance")
      .filter(
        ({ transaction, payout }) =>
          (parameters.created?.(transaction.created) ?? true) &&
          (!parameters.currency || transaction.currency === parameters.currency) &&
          (!parameters.payout || payout === parameters.payout) &&
          (!parameters.source || transaction.source === parameters.source) &&
          (!parameters.type || transaction.type === parameters.type),
      );
    const page = paginate(rows, parameters, path, "balance_transaction");
    return { ...page, data: page.data.map((row) => presentBalance(sandbox, row)) };
  },
);

function feeDetail(booking: Booking): Stripe.BalanceTransaction.FeeDetail {
  return {
    amount: booking.fee,
    application: null,
    currency: booking.currency,
    description: booking.feeDescription ?? "Stripe processing fees",
    type: "stripe_fee",
  };
}

/** Only automatic payouts know what they carried. */
function checkPayout({ store }: Sandbox, id: string): void {
  const payout = store.get("payouts", id);
  if (!payout) throw noSuch("payout", id, "payout", 400);
  if (payout.automatic) return;
  throw invalidRequest(
    "Balance transaction history can only be filtered on automatic transfers, not manual.",
    undefined,
    "payout",
  );
}
