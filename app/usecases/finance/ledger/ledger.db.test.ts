import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messagesFor } from "#app/i18n/messages.ts";
import { newIdentifier } from "#app/identifier.ts";
import { sendAsOperations } from "#app/usecases/contracts/staff-command.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import { invoiceIdOf } from "#machines/contract/fees.ts";
import { payByCard } from "#test/helpers/books.ts";
import { daysAfter, nextDay, previousDay } from "#test/helpers/day-by-day.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { ledgerFaultsOf } from "#test/helpers/stored.ts";
import { exportAccount, readAccountPage } from "./account-entries.ts";
import { exportForecast, readCashForecast } from "./cash-forecast.ts";
import { readTransaction } from "./read-transaction.ts";
import { exportReceivables, readReceivablesByAge } from "./receivables-by-age.ts";
import { exportTrialBalance, readTrialBalance } from "./trial-balance.ts";

let fixture: TestPortal;
/** ISO days: of the first contract's start, and on which everything is looked at. */
let start: string;
let today: string;
let ids: Record<"minato" | "kita" | "hama", { customerId: string; contractId: string }>;

interface Entry {
  id: string;
  day: string;
  account: string;
  debit: number;
  credit: number;
}
let entries: Entry[];

const finance = () => fixture.staff("finance");
const noon = (day: string) => `${day}T03:00:00.000Z`;

beforeAll(async () => {
  fixture = await openTestPortal();
  const wished = tokyoDay((await finance()).receivedAt).add({ days: 25 });
  start = wished.toString();
  const [minato, kita, hama] = [
    await fixture.addCustomer("みなと商事"),
    await fixture.addCustomer("きた物産"),
    await fixture.addCustomer("=はま工業"),
  ];
  const order = async (customerId: string, day: string, options: string[] = []) => {
    return { customerId, contractId: await acceptedContract(fixture, customerId, day, options) };
  };
  const early = { minato: await order(minato, start), kita: await order(kita, start) };
  await fixture.moveTo(noon(start));
  await payByCard(fixture, invoiceOf(early.minato), 100_000);
  // The portal is down for five months; then each is booked on its own day.
  await fixture.moveTo(noon(daysAfter(start, 150)));
  const end = { type: "terminate", caseId: newIdentifier(), clause: "A16.1(5)" };
  const target = { ...early.kita, clickId: newIdentifier() };
  await sendAsOperations(await fixture.staff(), target, end);
  const next = daysAfter(start, 180);
  ids = { ...early, hama: await order(hama, next) };
  await fixture.moveTo(noon(daysAfter(start, 170)));
  today = tokyoDay((await finance()).receivedAt).toString();
  const rows = await fixture.test.asSuperuser<Entry>(
    `select transaction_id as id, day::text as day, account, debit, credit
     from ledger_entry join ledger_transaction using (customer_id, transaction_id)`,
  );
  entries = rows.map((row) => ({ ...row, debit: +row.debit, credit: +row.credit }));
});
afterAll(() => fixture.close());

const invoiceOf = ({ customerId, contractId }: { customerId: string; contractId: string }) => {
  return { customerId, invoiceId: invoiceIdOf(contractId, start) };
};
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
const net = (some: Entry[]) => sum(some.map(({ debit, credit }) => debit - credit));
const lines = ({ bytes }: { bytes: Uint8Array }) =>
  new TextDecoder().decode(bytes).trimEnd().split("\r\n");

describe("the trial balance", () => {
  test("is the sum of all postings, on any day", async () => {
    expect(await ledgerFaultsOf(fixture.test)).toEqual([]);
    const firstBooked = entries.map(({ day }) => day).toSorted()[0] ?? "";
    for (let day = previousDay(firstBooked); day <= nextDay(today); day = daysAfter(day, 9)) {
      const {
        lines: found,
        sums,
        firstDay,
      } = await readTrialBalance(await finance(), {
        ...{ from: null, to: day },
      });
      expect(firstDay).toBe(`${day.slice(0, 8)}01`);
      for (const line of found) {
        const own = entries.filter((each) => each.account === line.account && each.day <= day);
        const moved = own.filter((each) => each.day >= firstDay);
        expect(line.opening).toBe(net(own) - net(moved));
        expect(line.debit).toBe(sum(moved.map(({ debit }) => debit)));
        expect(line.credit).toBe(sum(moved.map(({ credit }) => credit)));
        expect(line.debitBalance - line.creditBalance).toBe(net(own));
      }
      const accounts = new Set(entries.filter((each) => each.day <= day).map((e) => e.account));
      expect(found.map(({ account }) => account).toSorted()).toEqual([...accounts].toSorted());
      expect(sums.debitBalance).toBe(sums.creditBalance);
      expect(sums.debit).toBe(sums.credit);
    }
  });

  test("shows what months have earned, each on its own day though the portal was down", async () => {
    const months = entries.filter(({ account }) => account === "revenue");
    const days = [...new Set(months.map(({ day }) => day))].toSorted();
    const monthEnds = [1, 2, 3, 4, 5].map((n) =>
      dayOf(start).add({ months: n }).subtract({ days: 1 }).toString(),
    );
    // What was left of the terminated contract's fee was earned on its last day.
    expect(days.filter((day) => monthEnds.includes(day)).length).toBeGreaterThanOrEqual(4);
    expect(days).toContain(daysAfter(start, 150));
    const { lines: found } = await readTrialBalance(await finance(), { from: null, to: today });
    const of = (name: string) => found.find(({ account }) => account === name);
    const issued = await fixture.test.asSuperuser<{ sum: string }>(
      "select sum(subtotal) as sum from invoice",
    );
    const earned =
      (of("revenue")?.creditBalance ?? 0) + (of("deferredRevenue")?.creditBalance ?? 0);
    expect(earned).toBe(Number(issued[0]?.sum));
  });

  test("is saved as a file with its sums", async () => {
    const asked = { from: start, to: today };
    const file = await exportTrialBalance(await finance(), asked, messagesFor("ja"));
    const { sums } = await readTrialBalance(await finance(), asked);
    expect(file.fileName).toBe(`trial-balance-${start}-${today}.csv`);
    expect(lines(file)[0]).toContain("勘定科目");
    expect(lines(file).at(-1)).toBe(
      `合計,${sums.opening},${sums.debit},${sums.credit},${sums.debitBalance},${sums.creditBalance}`,
    );
  });
});

describe("an account's entries", () => {
  const asked = (more = {}) => {
    return { account: "receivables", from: start, to: today, page: null, ...more };
  };

  test("lead from the opening to the closing balance, entry by entry", async () => {
    const { entries: found, count, pages } = await readAccountPage(await finance(), asked());
    const own = entries.filter(({ account }) => account === "receivables");
    expect([found.length, count, pages]).toEqual([own.length, own.length, 1]);
    let balance = net(own.filter(({ day }) => day < start));
    for (const entry of found) {
      balance += entry.debit - entry.credit;
      expect(entry.balance).toBe(balance);
    }
    expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).toSorted());
    expect(found[0]).toMatchObject({
      kind: "invoiceIssued",
      invoiceNumber: expect.stringMatching(/-0001$/),
    });
  });

  test("begin with what the account held before", async () => {
    const from = nextDay(start);
    const { entries: found } = await readAccountPage(await finance(), {
      ...{ account: "deferredRevenue", from, to: today, page: null },
    });
    const before = entries.filter((e) => e.account === "deferredRevenue" && e.day < from);
    const [first] = found;
    expect(first?.balance).toBe(net(before) + (first?.debit ?? 0) - (first?.credit ?? 0));
  });

  test("lead to the transaction, whose entries balance", async () => {
    const { entries: found } = await readAccountPage(await finance(), asked());
    for (const { customerId, transactionId } of found) {
      const booked = await readTransaction(await finance(), { customerId, transactionId });
      expect(net(booked.entries.map((e) => ({ ...e, id: "", day: "" })))).toBe(0);
    }
    const nowhere = { customerId: newIdentifier(), transactionId: newIdentifier() };
    await expect(readTransaction(await finance(), nowhere)).rejects.toThrow("no transaction");
    await expect(
      readAccountPage(await finance(), asked({ account: "constructor" })),
    ).rejects.toThrow("no account");
  });

  test("are saved as a file", async () => {
    const file = await exportAccount(await finance(), asked(), messagesFor("en"));
    const { count } = await readAccountPage(await finance(), asked());
    expect(lines(file)).toHaveLength(count + 1);
    expect(lines(file)[1]).toMatch(/^\d{4}\/\d\d\/\d\d,Invoice,/);
  });
});

describe("the receivables by age", () => {
  test("are the account's balance on any day", async () => {
    for (let day = previousDay(start); day <= today; day = daysAfter(day, 13)) {
      const { total, customers, byAge } = await readReceivablesByAge(await finance(), {
        ...{ day, page: null },
      });
      const own = entries.filter((e) => e.account === "receivables" && e.day <= day);
      expect(total).toBe(net(own));
      expect(sum(customers.map((each) => each.total))).toBe(total);
      expect(sum(Object.values(byAge))).toBe(total);
    }
  });

  test("stand by customer and by the days since the due day", async () => {
    const rows = await fixture.test.asSuperuser<{ id: string; due: string }>(
      `select invoice_id as id, due_day::text as due from invoice`,
    );
    const dueDay = rows.find(({ id }) => id === invoiceOf(ids.minato).invoiceId)?.due ?? "";
    const ageAt = async (day: string) => {
      const read = await readReceivablesByAge(await finance(), { day, page: null });
      const own = read.customers.find(({ customerId }) => customerId === ids.minato.customerId);
      return own?.invoices[0]?.age;
    };
    const wanted = [
      [0, "notDue"],
      [1, "upTo30"],
      [30, "upTo30"],
      [31, "upTo60"],
      [61, "upTo90"],
      [91, "over90"],
    ] as const;
    for (const [late, age] of wanted) {
      expect([late, await ageAt(dayOf(dueDay).add({ days: late }).toString())]).toEqual([
        late,
        age,
      ]);
    }
  });

  test("are saved as a file, invoice by invoice", async () => {
    const file = await exportReceivables(await finance(), { day: today }, messagesFor("ja"));
    const { customers } = await readReceivablesByAge(await finance(), { day: today, page: null });
    const invoices = customers.flatMap((each) => each.invoices);
    expect(lines(file)).toHaveLength(invoices.length + 1);
    for (const { number } of invoices) expect(lines(file).join("\n")).toContain(`,${number},`);
  });
});

describe("the cash to come", () => {
  test("tells what is late, invoiced, fixed and expected apart", async () => {
    const { overdue, months, sums } = await readCashForecast(await finance(), { month: null });
    expect(months).toHaveLength(12);
    expect(months[0]?.month).toBe(today.slice(0, 7));
    const open = await fixture.test.asSuperuser<{ due: string; owed: string }>(
      `select due_day::text as due, total - paid as owed from invoice
       where status in ('issued', 'partlyPaid', 'overdue')`,
    );
    const owed = (late: boolean) =>
      sum(open.filter(({ due }) => due < today === late).map((row) => Number(row.owed)));
    expect([overdue.amount, sums.invoiced]).toEqual([owed(true), owed(false)]);
    const prices = await fixture.test.asSuperuser<{ price: string }>(
      "select annual_price as price from contract where contract_id = $1",
      [ids.hama.contractId],
    );
    const fee = Math.floor((Number(prices[0]?.price) * 110) / 100);
    // One contract is to start and one to be renewed; the third has been terminated.
    expect([sums.fixed, sums.expected]).toEqual([fee, fee]);
    expect(sum(months.map(({ total }) => total))).toBe(sums.total);
  });

  test("lists a month, and saves all of it as a file no spreadsheet runs", async () => {
    const { months } = await readCashForecast(await finance(), { month: null });
    const month = months.find(({ expected }) => expected > 0)?.month ?? "";
    const { listed } = await readCashForecast(await finance(), { month });
    expect(listed).toMatchObject([
      { certainty: "expected", customerName: "みなと商事", id: ids.minato.contractId },
    ]);
    const text = lines(await exportForecast(await finance(), messagesFor("ja")));
    expect(text.filter((line) => line.includes("見込み（更新）"))).toHaveLength(1);
    expect(text.some((line) => line.includes(",'=はま工業,"))).toBe(true);
  });
});

test("nobody but finance reads the books", async () => {
  for (const principal of [
    await fixture.staff("operations"),
    await fixture.staff("admin"),
    await fixture.member(ids.minato.customerId),
  ]) {
    const period = { from: null, to: null };
    const asked = { account: "revenue", ...period, page: null };
    const reads = [
      () => readTrialBalance(principal, period),
      () => readAccountPage(principal, asked),
      () => readReceivablesByAge(principal, { day: null, page: null }),
      () => readCashForecast(principal, { month: null }),
      () => readTransaction(principal, { customerId: "x", transactionId: "x" }),
    ];
    for (const read of reads) await expect(read()).rejects.toMatchObject({ code: "notAllowed" });
  }
});
