import type { BenchServer } from "../bench-server.ts";
import type { Say } from "../figure.ts";
import { suiteOf } from "../suite.ts";
import { measureBank } from "./bank.ts";
import { measureInvoices } from "./invoices.ts";
import { fullMoney, quickMoney, type MoneySizes } from "./sizes.ts";

/** What every part measures with. */
export interface MoneyContext {
  server: BenchServer;
  sizes: MoneySizes;
  say: Say;
}

/** What can be measured of the money. */
export const moneySuite = suiteOf(
  { invoices: measureInvoices, bank: measureBank },
  (server, { size, say }): MoneyContext => {
    return { server, say, sizes: size === "quick" ? quickMoney : fullMoney };
  },
);
