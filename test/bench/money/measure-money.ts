import { suiteOf } from "../suite.ts";
import { measureBank } from "./bank.ts";
import { measureInvoices } from "./invoices.ts";
import type { MoneyContext } from "./money-context.ts";
import { fullMoney, quickMoney } from "./sizes.ts";

/** What can be measured of the money. */
export const moneySuite = suiteOf(
  { invoices: measureInvoices, bank: measureBank },
  (server, { size, say }): MoneyContext => {
    return { server, say, sizes: size === "quick" ? quickMoney : fullMoney };
  },
);
