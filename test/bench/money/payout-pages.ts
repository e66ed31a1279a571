import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A payout as Stripe would list it, made line by line when it is asked for. */
export interface PayoutPages {
  url: string;
  payoutId: string;
}

/** As many as the portal asks for. */
const pageSize = 100;

const cardFee = (yen: number) => Math.floor((yen * 36 + 500) / 1000);
/** Yen of the n-th charge. */
export const chargedYen = (n: number): number => 5000 + (n % 977) * 100;

const line = (n: number) => {
  const [amount, fee] = [chargedYen(n), cardFee(chargedYen(n))];
  const source = { id: `ch_${n}`, object: "charge", amount, currency: "jpy", paid: true };
  return {
    ...{ id: `txn_${n}`, object: "balance_transaction", type: "charge", currency: "jpy" },
    ...{ amount, fee, net: amount - fee, source, status: "available", created: 1_790_000_000 + n },
  };
};

/**
 * A server that answers as Stripe does about one payout of so many charges: its list of payouts, and its
 * balance transactions, a hundred a page, the payout's own row among them. All pages are written before
 * the first one is asked for.
 */
export async function openPayoutPages(charges: number): Promise<PayoutPages> {
  const payoutId = `po_${randomUUID()}`;
  let amount = 0;
  for (let n = 0; n < charges; n += 1) amount += chargedYen(n) - cardFee(chargedYen(n));
  const own = {
    ...{ id: "txn_own", object: "balance_transaction", type: "payout", currency: "jpy" },
    ...{ amount: -amount, fee: 0, net: -amount, source: { id: payoutId, object: "payout" } },
  };
  const payout = {
    ...{ id: payoutId, object: "payout", amount, status: "paid", automatic: true, currency: "jpy" },
    ...{ arrival_date: 1_790_000_000, reconciliation_status: "completed" },
  };
  const payouts = { object: "list", url: "/v1/payouts", has_more: false, data: [payout] };
  const pages = new Map<string | null, Buffer>();
  let after: string | null = null;
  // The newest first, the payout's own row before all that it carries.
  for (let n = charges - 1; n >= 0;) {
    const data: { id: string }[] = after === null ? [own] : [];
    for (; n >= 0 && data.length < pageSize; n -= 1) data.push(line(n));
    const page = { object: "list", url: "/v1/balance_transactions", has_more: n >= 0, data };
    pages.set(after, Buffer.from(JSON.stringify(page)));
    after = data.at(-1)?.id ?? null;
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const body =
      pathname === "/v1/payouts"
        ? JSON.stringify(payouts)
        : pages.get(searchParams.get("starting_after"));
    response.writeHead(body ? 200 : 404, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, payoutId };
}
