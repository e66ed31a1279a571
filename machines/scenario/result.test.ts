import { describe, expect, test } from "vitest";
import { ordered, scenarioOf, type FileCommand } from "#test/helpers/scenarios.ts";
import { printResult, runScenario, type ScenarioResult } from "./result.ts";

const run = (until: string, ...commands: FileCommand[]) =>
  runScenario(scenarioOf(until, [...ordered, ...commands]));

/** The time line in short: day, machine, event, and the first clause or the refusal. */
const story = ({ timeline }: ScenarioResult, machine: string) =>
  timeline
    .filter((entry) => entry.machine.startsWith(machine))
    .map((entry) => {
      const why = "refused" in entry ? `refused ${entry.refused}` : entry.clauses[0];
      return `${entry.day} ${entry.event} ${why}`;
    });

const ends = (result: ScenarioResult) =>
  story(result, "contract/").filter((line) => /cancel|renew|endReached/.test(line));

const cancel = (at: string, wish: string | null = null): FileCommand => {
  return { at, do: "cancel", wish };
};

describe("a scenario", () => {
  test("goes from the order to the paid invoice", () => {
    const result = run("2026-05-31", { at: "2026-05-20", do: "pay" });
    expect(story(result, "contract/main")).toEqual([
      "2026-03-02 openDraft A5.1",
      "2026-03-02 submit A5.1",
      "2026-03-03 verifyMaintenance A5.2",
      "2026-03-03 accept A5.1",
      "2026-03-04 setStart A5.5",
      "2026-04-01 startReached A10.1",
      "2026-05-20 invoiceSettled A12.2",
    ]);
    expect(result.invoices).toEqual([
      {
        ...{ invoice: "invoice/000001-0001", contract: "contract/main", status: "paid" },
        ...{ reason: "annualFee", periodStart: "2026-04-01", periodEnd: "2027-03-31" },
        // 2026-05-31 is a Sunday.
        ...{ issueDay: "2026-04-01", dueDay: "2026-06-01" },
        ...{ subtotal: 1_200_000, tax: 120_000, total: 1_320_000, paid: 1_320_000 },
      },
    ]);
    expect(result.payments).toEqual([
      {
        ...{ payment: "payment/1", invoice: "invoice/000001-0001", status: "succeeded" },
        ...{ method: "card", amount: 1_320_000, valueDay: "2026-05-20", failureCode: null },
      },
    ]);
    expect(result.mails.map(({ day, template }) => `${day} ${template}`)).toEqual([
      ...["2026-03-02 order-received", "2026-03-03 order-accepted", "2026-03-04 start-date-fixed"],
      ...["2026-04-01 service-started", "2026-04-01 invoice-issued", "2026-05-20 receipt"],
    ]);
    expect(result.deadlines.map(({ at, event, clause }) => [at, event, clause])).toEqual([
      ["2027-01-01T09:00:00+09:00", "remindRenewal", "A10.2"],
      ["2027-01-01T09:00:00+09:00", "remindRenewal", "A10.2"],
      ["2027-01-17T09:00:00+09:00", "remindRenewal", "A10.2"],
      ["2027-01-26T09:00:00+09:00", "remindRenewal", "A10.2"],
      ["2027-02-01T00:00:00+09:00", "fixRenewal", "A10.2"],
    ]);
  });

  test("renews when nothing is said, and the unpaid fee of each year stays owed", () => {
    const result = run("2027-04-01");
    expect(ends(result)).toEqual(["2027-04-01 renew A10.2"]);
    expect(result.invoices.map(({ status, total, dueDay }) => [status, total, dueDay])).toEqual([
      ["overdue", 1_320_000, "2026-06-01"],
      ["issued", 1_320_000, "2027-05-31"],
    ]);
  });

  test("stops at the end of its last day: the next one begins at 24:00", () => {
    expect(ends(run("2027-03-31"))).toEqual([]);
  });

  test("ends with the term on a notice at the last moment", () => {
    const result = run("2027-04-01", cancel("2027-01-31T23:59:59"));
    expect(ends(result)).toEqual(["2027-01-31 cancel A10.2", "2027-04-01 endReached A10.2"]);
    expect(result.invoices).toHaveLength(1);
  });

  test("renews first on a notice one day late, and owes a second year", () => {
    const result = run("2027-12-31", cancel("2027-02-01T00:00"));
    expect(ends(result)).toEqual([
      "2027-02-01 cancel A17.1",
      "2027-04-01 renew A10.2",
      "2027-04-02 endReached A17.1",
    ]);
    expect(result.invoices.map(({ total, paid }) => [total, paid])).toEqual([
      [1_320_000, 0],
      [1_320_000, 0],
    ]);
  });

  test("goes on with a declined payment while its session is open, then begins another", () => {
    const declined = { at: "2026-05-20T10:00", do: "declineCard", code: "insufficient_funds" };
    const statuses = (at: string) =>
      run("2026-05-31", declined, { at, do: "pay" }).payments.map(
        ({ status, failureCode }) => `${status} ${failureCode}`,
      );
    expect(statuses("2026-05-20T10:59")).toEqual(["succeeded null"]);
    expect(statuses("2026-05-20T11:00")).toEqual([
      "cancelled insufficient_funds",
      "succeeded null",
    ]);
    const result = run("2026-05-31", declined, { at: "2026-05-25", do: "pay" });
    expect(story(result, "payment/1")).toEqual([
      ...["create", "sessionOpened", "attemptFailed", "expire"].map((e) => `2026-05-20 ${e} A12.2`),
    ]);
    expect(result.mails.map(({ template }) => template)).toContain("payment-failed");
    expect(result.invoices[0]).toMatchObject({ status: "paid", paid: 1_320_000 });
  });

  test("costs nothing when it ends before the start", () => {
    const [order, verify, accept] = ordered as [FileCommand, FileCommand, FileCommand];
    const late = { ...order, wishedStart: "2026-08-01" };
    const start = { at: "2026-03-04", do: "setStart", startDay: "2026-08-01" };
    const commands = [late, verify, accept, start, cancel("2026-03-05", "earliest")];
    const result = runScenario(scenarioOf("2026-12-31", commands));
    expect(ends(result)).toEqual(["2026-03-05 cancel A17.1", "2026-05-06 endReached A17.1"]);
    expect(result.invoices).toEqual([]);
    expect(result.deadlines).toEqual([]);
  });

  test("shows in its place, and as no error, what a machine refuses", () => {
    const [order, , accept] = ordered as [FileCommand, FileCommand, FileCommand];
    const pay = { at: "2026-03-04", do: "pay" };
    const numbered = { ...pay, invoice: "000001-0009" };
    const commands = [order, accept, pay, numbered, { ...order, at: "2026-03-05" }];
    const { timeline } = runScenario(scenarioOf("2026-03-31", commands));
    expect(timeline.slice(2)).toEqual([
      {
        ...{ at: "2026-03-03T12:00:00+09:00", day: "2026-03-03", machine: "contract/main" },
        ...{ event: "accept", by: "operations", refused: "notNow" },
      },
      ...[1, 2].map(() => ({
        ...{ at: "2026-03-04T12:00:00+09:00", day: "2026-03-04", machine: "invoice" },
        ...{ event: "startPayment", by: "owner", refused: "notFound" },
      })),
      {
        ...{ at: "2026-03-05T12:00:00+09:00", day: "2026-03-05", machine: "contract/main" },
        ...{ event: "openDraft", by: "owner", refused: "notNow" },
      },
    ]);
  });

  test("pays the invoice whose number is named, and settles nothing with another amount", () => {
    const pay = { at: "2027-04-02", do: "pay", invoice: "000001-0002", amount: 1_000 };
    const result = run("2027-04-30", pay);
    expect(result.payments[0]).toMatchObject({
      ...{ invoice: "invoice/000001-0002", status: "mismatched", amount: 1_320_000 },
    });
    expect(result.invoices.map(({ paid }) => paid)).toEqual([0, 0]);
  });

  test("suspends for an unpaid invoice until it is paid", () => {
    const suspend = { at: "2026-06-10", do: "suspend", cause: "nonPayment" };
    const result = run("2026-06-30", suspend, { at: "2026-06-20", do: "pay" });
    expect(story(result, "contract/main").slice(-3)).toEqual([
      ...["2026-06-02 invoiceOverdue A14.3", "2026-06-10 suspend A16.1"],
      "2026-06-20 invoiceSettled A16.1",
    ]);
    expect(result.timeline.at(-1)).toMatchObject({ to: { active: { service: "running" } } });
  });

  test("tells several contracts and their options apart", () => {
    const [order] = ordered as [FileCommand];
    const option = { code: "NDR-VPN", kind: "device", annualPrice: 240_000 };
    const basic = { code: "NDR-BASE", annualPrice: 1_200_000 };
    const second = { ...order, contract: "Osaka", menus: { basic, options: [option] } };
    const reject = {
      ...{ at: "2026-03-03", do: "reject", reason: "notFeasible", contract: "Osaka" },
    };
    const { timeline } = runScenario(scenarioOf("2026-03-31", [order, second, reject]));
    expect(timeline.map(({ machine, event }) => `${machine} ${event}`)).toEqual([
      ...["contract/main openDraft", "contract/main submit"],
      ...["contract/Osaka openDraft", "contract/Osaka submit", "option/Osaka/1 request"],
      ...["contract/Osaka reject", "option/Osaka/1 reject"],
    ]);
  });

  test("runs as long as a scenario may", () => {
    const { invoices } = run("2098-12-31", cancel("2098-09-01", "earliest"));
    expect(invoices).toHaveLength(73);
    expect(invoices.at(-1)).toMatchObject({ periodStart: "2098-04-01", dueDay: "2098-06-02" });
  });

  test("prints JSON, one line an item", () => {
    const result = run("2026-05-31");
    const text = printResult(result);
    expect(JSON.parse(text)).toEqual(result);
    expect(text).toContain('\n  "payments": [],\n');
    const lists = [result.timeline, result.invoices, result.mails, result.deadlines];
    const items = lists.reduce((sum, list) => sum + list.length, 0);
    expect(text.split("\n").filter((line) => line.startsWith("    {"))).toHaveLength(items);
  });
});
