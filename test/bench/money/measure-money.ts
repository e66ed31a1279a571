import { suiteOf } from "../suite.ts";
import { measureBank } from "./bank.ts";
import { measureInvoices } from "./invoices.ts";
import { measurePayouts } from "./payouts.ts";
import { measurePdfs } from "./pdfs.ts";
import type { MoneyContext } from "./money-context.ts";
import { fullMoney, longMoney, quickMoney } from "./sizes.ts";

/** What can be measured of the money. */
export const moneySuite = suiteOf(
  { invoices: measureInvoices, bank: measureBank, payouts: measurePayouts, pdfs: measurePdfs },
  (server, { size, say }): MoneyContext => {
    return {
      server,
      say,
      sizes: size === "quick" ? quickMoney : size === "long" ? longMoney : fullMoney,
    };
  },
);
