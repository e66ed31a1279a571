import { importBankFile, type ImportResult } from "#app/usecases/finance/bank/import-bank-file.ts";
import { learnOfPayout } from "#app/workflow/payout-facts.ts";
import type { FactOutcome } from "#app/workflow/fact-outcome.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { shiftJis, zenginRecords, type WrittenReceipt } from "./bank-files.ts";
import type { MoneyWorld } from "./money-world.ts";

/** Stripe's payouts and the bank's files in a world of money. Amounts are yen. */
export interface PayoutActs {
  /** Today in Tokyo, ISO. */
  today: string;
  /** Pays out what Stripe gave back of its fees, an amount of its own unless one is named, and what came back. */
  payOut(amount?: number): Promise<{ id: string; amount: number }>;
  /** Takes in a bank's file of one receipt, from Stripe and of today unless said otherwise. */
  bring(amount: number, changed?: Partial<WrittenReceipt>): Promise<ImportResult>;
  /** The bank sends a payout back; `isHeard` says whether Stripe's event of it comes. */
  fail(payoutId: string, isHeard?: boolean): Promise<FactOutcome | null>;
  /** What the bank, Stripe with its fees, and what is not applied have more than at the last mark. */
  moved(): Promise<[bank: number, stripe: number, unapplied: number]>;
  mark(): Promise<void>;
}

/** How banks print Stripe's name. */
export const stripePayer = "ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ";

/** What Stripe and the bank do in a world; `mark` is set once. */
export async function payoutActs(world: MoneyWorld): Promise<PayoutActs> {
  const finance = () => world.principal(null, "finance");
  const today = tokyoDayText((await finance()).receivedAt);
  let [inquiry, amounts] = [0, 10_000];

  async function balances(): Promise<[number, number, number]> {
    const rows = await world.db.asSuperuser<{ account: string; sum: string }>(
      "select account, sum(debit - credit) as sum from ledger_entry group by account",
    );
    const of = (...names: string[]) =>
      rows.reduce(
        (sum, { account, sum: its }) => sum + (names.includes(account) ? Number(its) : 0),
        0,
      );
    return [of("bank"), of("stripeClearing", "stripeFees", "suspense"), of("unappliedReceipts")];
  }
  let before = await balances();

  return {
    today,
    payOut: async (amount) => {
      amounts += 1;
      const row = { type: "stripe_fee", amount: amount ?? amounts };
      await world.bench.control("POST", "/balance", row);
      const response = await world.bench.control("POST", "/payouts");
      return (await response.json()) as { id: string; amount: number };
    },
    bring: async (amount, changed = {}) => {
      inquiry += 1;
      const receipt = {
        ...{ bookedDay: today, valueDay: today, amount, payer: stripePayer, edi: "" },
        ...{ inquiry: String(inquiry), ...changed },
      };
      const bytes = shiftJis(zenginRecords([receipt]).join("\r\n"));
      return importBankFile(await finance(), { name: "nyukin.txt", bytes, isCut: false });
    },
    fail: async (payoutId, isHeard = true) => {
      await world.bench.control("POST", `/payouts/${payoutId}`, { status: "failed" });
      const receivedAt = (await world.portal.clock.now()).toISOString();
      return isHeard ? learnOfPayout(world.portal, payoutId, receivedAt) : null;
    },
    moved: async () => {
      const [bank, stripe, unapplied] = await balances();
      return [bank - before[0], stripe - before[1], unapplied - before[2]];
    },
    mark: async () => {
      before = await balances();
    },
  };
}
