import { describe, expect, test } from "vitest";
import { asTheyAre, withGuard } from "./exploration/sabotage.ts";
import { historyFaults } from "./decade/checks.ts";
import { newDecade } from "./decade/life.ts";
import { live } from "./decade/live.ts";
import { settingsOf } from "./properties/settings.ts";

const usualCustomers = 200;
const [first, last] = ["2026-04-01", "2036-04-01"];
const { seed, runs: customers } = settingsOf("ten years", usualCustomers);

describe("ten years of customers, staff and chance", () => {
  test(`leave everything of ${customers} customers in order, each day and each yen`, () => {
    const began = performance.now();
    const decade = newDecade(seed, customers, first, asTheyAre);
    const { years, faults, checks } = live(decade, last);
    console.table(years);
    const seconds = Math.round((performance.now() - began) / 1000);
    const taken = [...decade.taken.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `PROPERTY_SEED=${seed}: ${taken} commands of ${decade.taken.size} kinds, ${checks} checks, ` +
        `${seconds} s`,
    );
    const checked = decade.people.filter((_, n) => n % 5 === 0);
    const all = [...faults, ...checked.flatMap((who) => historyFaults(decade, who))];
    expect(all, `PROPERTY_SEED=${seed}: ${all[0]}`).toEqual([]);
    if (customers < usualCustomers) return;
    // Each must have happened, or the years were duller than they claim to be.
    for (const name of [
      ...["contract.cancel", "contract.noticeDelivered", "contract.agreeToWithdrawal"],
      ...["contract.suspend", "contract.restrict", "contract.bindTerms", "option.acceptAddition"],
      ...["payment.settle", "bankReceipt.apply", "bankReceipt.reverse"],
      ...["device.confirmInstallation", "device.confirmMove", "device.confirmLoss", "device.check"],
      ...["device.recover", "device.takeIn"],
      ...["discontinuation.announce", "breachCase.terminate", "breachCase.cure"],
    ]) {
      expect(decade.taken.get(name) ?? 0, name).toBeGreaterThan(0);
    }
  }, 900_000);

  test("are the same for the same seed", () => {
    const livedTwice = [1, 2].map(() => {
      const decade = newDecade(7, 5, first, asTheyAre);
      live(decade, "2028-04-01");
      return decade.people.map(({ customerId }) => decade.world.of(customerId).events.at(-1)?.hash);
    });
    expect(livedTwice[0]).toEqual(livedTwice[1]);
    expect(new Set(livedTwice[0]).size).toBeGreaterThan(3);
  });

  test("show a mistake in a machine", () => {
    const decade = newDecade(7, 20, first, withGuard("contract", "isSuspended", false));
    const { faults } = live(decade, "2031-04-01");
    expect(faults.join("\n")).toContain("its causes say suspended");
  }, 60_000);
});
