import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createPaymentGateway } from "#app/gateways/stripe.ts";
import { currentPortal, installPortal } from "#app/portal.ts";
import { pullPayouts } from "#app/usecases/finance/pull-payouts.ts";
import type { BenchDatabase } from "../bench-server.ts";
import { startForked } from "../engine/forked.ts";
import { plainFigure, type Figure } from "../figure.ts";
import { markRows, measureBareRows } from "./bare-rows.ts";
import { openBooks, type Books } from "./books.ts";
import { limit, type MoneyContext } from "./money-context.ts";
import { chargedYen, type PayoutPages } from "./payout-pages.ts";

const customers = 1000;

/** Of what the process holds with ten times the lines, it is to hold so much with a tenth of them. */
const flatness = 0.8;

async function addPayments(database: BenchDatabase, count: number): Promise<void> {
  await database.asSuperuser(
    `insert into payment (customer_id, payment_id, invoice_id, status, method, amount, received,
       intent_id, charge_id, value_day, changed_at)
     select c.customer_id, gen_random_uuid(), gen_random_uuid(), 'succeeded', 'card', y.yen, y.yen,
       'pi_' || n, 'ch_' || n, current_date, now()
     from generate_series(0, ${count - 1}) n
     cross join lateral (select ${chargedYen(0)} + (n % 977) * 100 as yen) y
     join customer c on c.number = n % ${customers} + 1`,
  );
  await database.asSuperuser("vacuum analyze payment");
}

/** The garbage collector, which Node hands out only where it is asked to. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

const lookMilliseconds = 500;

/** The most memory in MB that was really held at once during a piece of work, garbage left out. */
async function heldDuring(work: () => Promise<unknown>): Promise<number> {
  const collect = collector();
  let peak = 0;
  const look = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    peak = Math.max(peak, (heapUsed + external) / 1_000_000);
  };
  // What was left behind is given back a moment after it was collected.
  collect();
  await sleep(lookMilliseconds);
  const watch = setInterval(look, lookMilliseconds);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  look();
  return peak;
}

const pagesFile = new URL("payout-pages-process.ts", import.meta.url);

/** Which payment each line is about: the least that matching needs. */
const charged = `select count(*) from payout_line l join payment p using (charge_id)`;

/** Pulls a payout of so many lines and gives the seconds that it took. */
async function pull(database: BenchDatabase, books: Books, lines: number): Promise<number> {
  // Stripe is another machine: it takes nothing from the portal's thread.
  const stripe = await startForked<PayoutPages>(pagesFile, [String(lines)]);
  try {
    const pages = await stripe.go();
    const payments = createPaymentGateway({
      ...{ secretKey: "sk_test_bench", webhookSecrets: ["whsec_bench"], livemode: false },
      ...{ baseUrl: pages.url, timeoutSeconds: 20 },
    });
    installPortal({ ...currentPortal(), payments });
    const began = performance.now();
    const result = await pullPayouts(books.finance());
    const seconds = (performance.now() - began) / 1000;
    const [found] = await database.asSuperuser<{ matched: string }>(
      `select count(*) filter (where state = 'matched') as matched from payout_line
       where payout_id = '${pages.payoutId}'`,
    );
    if (result.booked !== 1 || Number(found?.matched) !== lines) {
      throw new Error(`${found?.matched} lines were matched: ${JSON.stringify(result)}`);
    }
    return seconds;
  } finally {
    await stripe.end();
  }
}

/**
 * How long a payout takes from its first page to its booking, every line matched to its payment, beside bare
 * SQL that writes the same rows; and how much memory it needs beside one of a tenth of its lines.
 *
 * @throws Error where a line is not matched, or the payout not booked
 */
export async function measurePayouts({ server, sizes, say }: MoneyContext): Promise<Figure[]> {
  const database = await server.createDatabase();
  const { payoutLines } = sizes;
  const first = await openBooks(database);
  await first.addCustomers(0, customers);
  await first.close();
  await addPayments(database, payoutLines + payoutLines / 10);
  const before = await database.copy();
  const books = await openBooks(database);
  try {
    const anew = () => database.asSuperuser("delete from payout_line; delete from payout");
    // Modules, statements and pools are there after this one.
    await pull(database, books, Math.max(2, payoutLines / 100));
    await anew();
    // Before bare SQL is measured, which holds all rows.
    const small = await heldDuring(() => pull(database, books, payoutLines / 10));
    await anew();
    const large = await heldDuring(() => pull(database, books, payoutLines));
    await anew();
    say(`payouts: one of ${payoutLines.toLocaleString("en-US")} lines is pulled`);
    const mark = await markRows(database);
    const seconds = await pull(database, books, payoutLines);
    const bare = await measureBareRows(database, before, mark, [charged]);
    return [
      plainFigure("payouts/rate", payoutLines / seconds, "lines/s"),
      { name: "payouts", value: seconds, unit: "s", limit, ratio: bare.seconds / seconds },
      plainFigure("payouts/bare", bare.seconds, "s"),
      plainFigure("payouts/rows", bare.rows, "rows"),
      { name: "payouts/memory", value: large, unit: "MB", limit: flatness, ratio: small / large },
    ];
  } finally {
    await books.close();
    await before.drop();
    await database.drop();
  }
}
