import fc from "fast-check";
import { expect, test } from "vitest";
import { taxesOfCredits } from "#test/oracle/credit.ts";
import { creditTax } from "./credit.ts";
import { taxByRate } from "./tax.ts";

const amounts = fc.integer({ min: 1, max: 30_000 });
const rates = fc.constantFrom(0, 5, 8, 10);
/** Cuts of an invoice, in thousandths of what is left. */
const cuts = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 6 });

test("credits in any steps give back the tax to the yen, never more, and as the slow way says", () => {
  fc.assert(
    fc.property(amounts, rates, cuts, (amount, ratePercent, parts) => {
      const [invoiced] = taxByRate([{ amount, ratePercent }]);
      if (!invoiced) return;
      const nets: number[] = [];
      let left = amount;
      for (const part of parts) {
        const net = Math.floor((left * part) / 1000);
        nets.push(net);
        left -= net;
      }
      nets.push(left);
      let [before, given] = [0, 0];
      const taxes = nets.map((net) => {
        const tax = creditTax(invoiced, before, net);
        before += net;
        given += tax;
        expect(tax).toBeGreaterThanOrEqual(0);
        expect(given).toBeLessThanOrEqual(invoiced.tax);
        return tax;
      });
      expect(given).toBe(invoiced.tax);
      expect(taxes).toEqual(taxesOfCredits(invoiced, nets));
    }),
    { numRuns: 500 },
  );
});

test("no more is credited than was invoiced", () => {
  const invoiced = { ratePercent: 10, taxable: 1005, tax: 100 };
  expect(creditTax(invoiced, 0, 1004)).toBe(100);
  expect(creditTax(invoiced, 1004, 1)).toBe(0);
  expect(() => creditTax(invoiced, 1004, 2)).toThrow(RangeError);
});
