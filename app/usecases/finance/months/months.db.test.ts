import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyMonths } from "#app/commands/verify-months.ts";
import { ja } from "#app/i18n/ja.ts";
import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { rowsOf } from "#db/client.ts";
import { dayOf, startOfDayInTokyo, tokyoDayText } from "#machines/calendar.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { MonthCheck } from "#machines/month-close/checks.ts";
import { closeBy } from "#machines/month-close/close-by.ts";
import { daysOf, monthOf, monthsOn } from "#machines/month-close/month.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { parseCsv } from "#app/usecases/files/parse-csv.ts";
import { closeMonth } from "./close-month.ts";
import { explainPoint, retractExplanation } from "./explain-point.ts";
import { packageAccount } from "./journal/accounts.ts";
import { exportJournal } from "./journal/export-journal.ts";
import { listMonths } from "./list-months.ts";
import { readMonthStatement } from "./month-statement.ts";
import { exportPayoutReport } from "./payout-report.ts";
import { readMonth } from "./read-month.ts";
import { reopenMonth } from "./reopen-month.ts";

let fixture: TestPortal;
let customerId: string;
/** The month in which everything is booked, the one after it, and a day within the first. */
let month: string;
let next: string;
let day: string;

const finance = () => fixture.staff("finance");
const asSuperuser = (text: string, parameters: unknown[] = []) =>
  fixture.test.asSuperuser<Record<string, unknown>>(text, parameters);
/** Behind the back of every trigger. */
const tamper = async (text: string, parameters: unknown[] = []) => {
  await asSuperuser("set session_replication_role = replica");
  await asSuperuser(text, parameters);
  await asSuperuser("set session_replication_role = origin");
};

/** Books money of the customer on a day, as the match of a bank transfer that no invoice is named for. */
async function book(valueDay: string, amount = 1_000): Promise<string> {
  const machineId = newIdentifier();
  const { receivedAt, userId } = await finance();
  const outcome = await fixture.portal.dispatch({
    ...{ customerId, machineId, kind: "bankReceipt", commandId: "apply", receivedAt },
    actor: { kind: "staff", userId, role: "finance" },
    event: { type: "apply", receiptId: newIdentifier(), amount, valueDay, allocations: [] },
  });
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return machineId;
}

const bookedDays = async (machineId: string) => {
  const [row] = await asSuperuser(
    `select day::text as day, value_day::text as value_day, transaction_id from ledger_transaction
     where machine_id = $1`,
    [machineId],
  );
  return row;
};
const close = async (wanted = month) =>
  closeMonth(await finance(), { month: wanted, clickId: newIdentifier() });
const reopen = async (wanted = month, reason = "請求漏れの訂正") =>
  reopenMonth(await fixture.staff("admin"), { month: wanted, clickId: newIdentifier() }, reason);
const checkOf = async (check: MonthCheck, wanted = month) => {
  const { checks } = await readMonth(await finance(), wanted);
  return checks.find((each) => each.check === check);
};
const openChecks = async (wanted = month) =>
  (await readMonth(await finance(), wanted)).checks
    .filter(({ open }) => open > 0)
    .map(({ check }) => check);

async function notePull(): Promise<void> {
  await asSuperuser(
    `insert into audit (customer_id, audit_id, at, actor, action, outcome)
     values ($1, $2, $3, '{}', 'finance.pullPayouts', 'done')`,
    [operatorCustomerId, randomUUID(), (await finance()).receivedAt],
  );
}

beforeAll(async () => {
  fixture = await openTestPortal();
  customerId = await fixture.addCustomer("みなと商事");
  const today = tokyoDayText((await finance()).receivedAt);
  month = monthOf(today);
  next = monthsOn(month, 1);
  day = `${month}-01`;
  await book(day);
});
afterAll(() => fixture.close());

describe("a month under way", () => {
  test("is not closed", async () => {
    expect(await close()).toBe("open");
    expect(await openChecks()).toEqual(["monthOver", "payoutsPulled"]);
    expect(await listMonths(await finance())).toMatchObject([
      { month, status: "open", bookings: 1, isOver: false, isLate: false, closedAt: null },
    ]);
  });
});

describe("a month that is over", () => {
  beforeAll(async () => {
    await fixture.moveTo(startOfDayInTokyo(dayOf(`${next}-02`)));
    await notePull();
  });

  const at = () => `${day}T03:00:00Z`;
  const points: [MonthCheck, () => Promise<unknown>, () => Promise<unknown>][] = [
    [
      "deadlines",
      () =>
        asSuperuser(
          `insert into timer (customer_id, machine_id, timer_id, due_at, event)
           values ($1, $2, 'earn', $3, '{}')`,
          [customerId, randomUUID(), at()],
        ),
      () => asSuperuser("delete from timer where timer_id = 'earn'"),
    ],
    [
      "payouts",
      () =>
        asSuperuser(
          `insert into payout (payout_id, amount, status, arrival_day, pulled_at)
           values ('po_open', 500, 'paid', $1, now())`,
          [day],
        ),
      () => asSuperuser("delete from payout where payout_id = 'po_open'"),
    ],
    [
      "payouts",
      () =>
        asSuperuser(
          `insert into payout (payout_id, amount, status, arrival_day, pulled_at, ledger_transaction_id)
           values ('po_failed', 500, 'failed', $1, now(), gen_random_uuid())`,
          [day],
        ),
      () => asSuperuser("delete from payout where payout_id = 'po_failed'"),
    ],
    [
      "receipts",
      async () => {
        const ids = [randomUUID(), randomUUID()];
        await asSuperuser(
          `insert into bank_import values ($1::uuid, $1::text, 'nyukin.txt', 'zengin', 1, 0, 'x', now())`,
          ids.slice(0, 1),
        );
        await asSuperuser(
          `insert into bank_receipt values ($2::uuid, $1::uuid, 1, $2::text, $3::date, $3::date, 700, 'ﾀﾅｶ', 'ﾀﾅｶ', '', '')`,
          [...ids, day],
        );
      },
      () =>
        asSuperuser(
          `insert into bank_receipt_decision
           select receipt_id, 1, 'setAside', null, null, '[]', 'x', 'x', now() from bank_receipt`,
        ),
    ],
    ...(["created", "requiresAction", "processing", "mismatched"] as const).map(
      (status): [MonthCheck, () => Promise<unknown>, () => Promise<unknown>] => [
        "payments",
        () =>
          asSuperuser(
            `insert into payment (customer_id, payment_id, invoice_id, status, method, amount, changed_at)
             values ($1, $2, $2, $4, 'card', 900, $3)`,
            [customerId, randomUUID(), at(), status],
          ),
        () => asSuperuser("delete from payment"),
      ],
    ),
    ...(["received", "failed"] as const).map(
      (state): [MonthCheck, () => Promise<unknown>, () => Promise<unknown>] => [
        "events",
        () =>
          asSuperuser(
            `insert into inbox (provider, event_id, type, body, received_at, state)
             values ('stripe', 'evt_1', 'charge.succeeded', '{}', $1, $2)`,
            [at(), state],
          ),
        () => asSuperuser("delete from inbox"),
      ],
    ),
    ...(["pending", "unknown", "unresolved", "dead"] as const).map(
      (state): [MonthCheck, () => Promise<unknown>, () => Promise<unknown>] => [
        "effects",
        () =>
          asSuperuser(
            `insert into effect (customer_id, machine_id, seq, n, kind, params, at, state)
             values ($1, $2, 1, 0, 'lookUpCheckout', '{}', $3, $4)`,
            [customerId, randomUUID(), at(), state],
          ),
        () => asSuperuser("delete from effect where kind = 'lookUpCheckout'"),
      ],
    ),
    [
      "ledger",
      () => tamper(`update ledger_entry set credit = credit + 1 where credit > 0 and n = 1`),
      () => tamper(`update ledger_entry set credit = credit - 1 where credit > 0 and n = 1`),
    ],
  ];
  test.each(points)("stays open while there is something under %s", async (check, make, undo) => {
    expect(await openChecks()).toEqual([]);
    await make();
    expect(await openChecks()).toEqual([check]);
    expect(await checkOf(check)).toMatchObject({ open: 1 });
    expect(await close()).toBe("open");
    await undo();
    expect(await openChecks()).toEqual([]);
  });

  test("is not kept open by a mail, by another provider, or by what came after it", async () => {
    const later = `${next}-01T03:00:00Z`;
    await asSuperuser(
      `insert into effect (customer_id, machine_id, seq, n, kind, params, at, state)
       values ($1, $2, 1, 0, 'mail', '{}', $3, 'dead'), ($1, $2, 1, 1, 'lookUpCheckout', '{}', $4, 'dead')`,
      [customerId, randomUUID(), at(), later],
    );
    await asSuperuser(
      `insert into inbox (provider, event_id, type, body, received_at, state)
       values ('resend', 'evt_2', 'email.sent', '{}', $1, 'failed'),
         ('stripe', 'evt_3', 'charge.succeeded', '{}', $2, 'failed')`,
      [at(), later],
    );
    expect(await openChecks()).toEqual([]);
    await asSuperuser("delete from effect where state = 'dead'");
    await asSuperuser("delete from inbox");
  });

  test("has each open point with its place, its owner and its age", async () => {
    await asSuperuser(
      `insert into payout (payout_id, amount, status, arrival_day, pulled_at, ledger_transaction_id)
       values ('po_1', 500, 'paid', $1, now(), gen_random_uuid())`,
      [day],
    );
    await asSuperuser(
      `insert into payout_line (payout_id, line_id, type, amount, fee, net, state, reason, customer_id)
       values ('po_1', 'txn_1', 'refund', -500, 0, -500, 'exception', 'refund', $1)`,
      [customerId],
    );
    const { userId } = await finance();
    await asSuperuser(
      `insert into "user" (id, name, email, email_verified, created_at, updated_at)
       values ($1, '経理 花子', 'hanako@operator.example', true, now(), now())`,
      [userId],
    );
    await asSuperuser(
      `insert into task_owner values ($1, 'explainPayout', 'po_1', $2, $2, now())`,
      [operatorCustomerId, userId],
    );
    const ageDays = dayOf(day).until(dayOf(`${next}-02`)).days;
    const place = { page: "/finance/payouts/po_1", role: "finance", ownerName: "経理 花子" };
    expect((await checkOf("payouts"))?.points).toEqual([
      {
        ...{ subject: "po_1/bank", name: "notAtBank", customerName: null, amount: 500 },
        ...{ since: day, ageDays, ...place },
      },
      {
        ...{ subject: "po_1/txn_1", name: "refund", customerName: "みなと商事", amount: -500 },
        ...{ since: day, ageDays, ...place },
      },
    ]);
    const admin = await readMonth(await fixture.staff("admin"), month);
    expect(admin.mayClose).toBe(false);
    const payouts = admin.checks.find(({ check }) => check === "payouts");
    expect(payouts?.points[0]?.page).toBeNull();
  });

  test("has a payout that no bank file has, in the month of its arrival, until a person says why", async () => {
    const atBank = async () => {
      const points = (await checkOf("payouts"))?.points ?? [];
      return points.map(({ subject }) => subject).filter((subject) => subject.endsWith("/bank"));
    };
    await asSuperuser(
      `insert into payout (payout_id, amount, status, arrival_day, pulled_at, ledger_transaction_id)
       values ('po_before', 500, 'paid', $1::date - 1, now(), gen_random_uuid()),
         ('po_debit', -500, 'paid', $1, now(), gen_random_uuid())`,
      [day],
    );
    expect(await atBank()).toEqual(["po_1/bank"]);
    await asSuperuser("delete from payout where payout_id in ('po_before', 'po_debit')");
    const target = () => ({
      ...{ month, check: "payouts", subject: "po_1/bank", clickId: newIdentifier() },
    });
    expect(await explainPoint(await finance(), target(), "通帳で確認")).toBeNull();
    expect(await atBank()).toEqual([]);
    await retractExplanation(await finance(), target());
    expect(await atBank()).toEqual(["po_1/bank"]);
    expect(await explainPoint(await finance(), target(), "通帳で確認")).toBeNull();
  });

  test("has a point explained that nothing settles, and takes the explanation back", async () => {
    const target = () => ({
      ...{ month, check: "payouts", subject: "po_1/txn_1", clickId: newIdentifier() },
    });
    const stateOf = async () => (await asSuperuser("select state from payout_line"))[0]?.["state"];
    expect(await explainPoint(await finance(), target(), "  ")).toBe("reasonMissing");
    expect(await explainPoint(await finance(), target(), "x".repeat(501))).toBe("reasonTooLong");
    const gone = { ...target(), subject: "po_1/txn_2" };
    expect(await explainPoint(await finance(), gone, "返金")).toBe("gone");
    expect(await explainPoint(await finance(), target(), "返金")).toBeNull();
    expect([await stateOf(), await openChecks()]).toEqual(["explained", []]);
    await retractExplanation(await finance(), target());
    expect([await stateOf(), await openChecks()]).toEqual(["exception", ["payouts"]]);
    expect(await explainPoint(await finance(), target(), "返金を確認")).toBeNull();
    expect((await readMonth(await finance(), month)).explanations).toMatchObject([
      { check: "payouts", subject: "po_1/bank", text: "通帳で確認", byName: "経理 花子" },
      { check: "payouts", subject: "po_1/txn_1", text: "返金を確認", byName: "経理 花子" },
    ]);
    const operations = await fixture.staff("operations");
    await expect(explainPoint(operations, target(), "x")).rejects.toMatchObject({
      code: "notAllowed",
    });
    const receipts = { ...target(), check: "receipts" };
    await expect(explainPoint(await finance(), receipts, "x")).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("is a task once its days are past, and not before", async () => {
    const waiting = async (today: string) => {
      const wanted = { kind: "closeMonth", role: "finance", owner: "all", page: null };
      const receivedAt = startOfDayInTokyo(dayOf(today));
      const { items } = await readWork({ ...(await finance()), receivedAt }, wanted);
      return items.map(({ subject, due, page }) => ({ subject, due, page }));
    };
    const due = closeBy(month);
    expect(await waiting(due)).toEqual([]);
    expect(await waiting(dayOf(due).add({ days: 1 }).toString())).toEqual([
      { subject: month, due, page: `/finance/months/${month}` },
    ]);
  });
});

describe("a closed month", () => {
  test("has a signed statement that the ledger bears out", async () => {
    expect(await close()).toBe("closed");
    expect(await close()).toBe("closed");
    const view = await readMonth(await finance(), month);
    expect(view).toMatchObject({ isClosed: true, checks: [], mayClose: false, mayReopen: false });
    expect(view.closings).toMatchObject([{ transactions: 1, byName: "経理 花子", reopened: null }]);
    expect(await readMonthStatement(await finance(), month)).toMatchObject({
      ...{ month, transactions: 1, version: 1, isUnchanged: true, isSigned: true },
      accounts: [
        { account: "credits", opening: 0, debit: 0, credit: 1_000, closing: -1_000 },
        { account: "unappliedReceipts", opening: 0, debit: 1_000, credit: 0, closing: 1_000 },
      ],
    });
  });

  test("shows every change that was made behind the portal's back", async () => {
    const { database } = fixture.portal;
    const told = `month ${month}: the ledger is not what its statement says`;
    const isUnchanged = async () => {
      const { isUnchanged: isSame } = await readMonthStatement(await finance(), month);
      expect(await verifyMonths(database)).toEqual(isSame ? [] : [told]);
      return isSame;
    };
    for (const [there, back] of [
      ["debit = debit * 2, credit = credit * 2", "debit = debit / 2, credit = credit / 2"],
      ["account = account || 'x'", "account = left(account, -1)"],
    ]) {
      await tamper(`update ledger_entry set ${there}`);
      expect(await isUnchanged()).toBe(false);
      await tamper(`update ledger_entry set ${back}`);
      expect(await isUnchanged()).toBe(true);
    }
    await tamper("update ledger_transaction set kind = kind || 'x'");
    expect(await isUnchanged()).toBe(false);
    await tamper("update ledger_transaction set kind = left(kind, -1)");
    expect(await isUnchanged()).toBe(true);
  });

  test("lets what comes late be booked on the first open day, with its value day", async () => {
    const before = await readMonthStatement(await finance(), month);
    const late = await book(day);
    expect(await bookedDays(late)).toMatchObject({ day: `${next}-01`, value_day: day });
    const inTime = await book(`${next}-02`);
    expect(await bookedDays(inTime)).toMatchObject({ day: `${next}-02`, value_day: null });
    const earlier = await book(daysOf(monthsOn(month, -3)).firstDay);
    expect(await bookedDays(earlier)).toMatchObject({ day: `${next}-01` });
    expect(await readMonthStatement(await finance(), month)).toEqual(before);
  });

  test("takes no booking and no entry that names it", async () => {
    const asEngine = (text: string) =>
      fixture.test.database.transaction({ role: "portal_engine" }, (tx) =>
        rowsOf(tx, sql.raw(text)),
      );
    await expect(
      asEngine(
        `insert into ledger_transaction
           (customer_id, transaction_id, machine_id, seq, kind, day, value_day, recorded_at)
         values ('${customerId}', gen_random_uuid(), gen_random_uuid(), 1, 'x', '${day}', '${day}', now())`,
      ),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
    const [row] = await asSuperuser(
      "select transaction_id as id from ledger_transaction where day = $1",
      [day],
    );
    await expect(
      asEngine(
        `insert into ledger_entry values ('${customerId}', '${String(row?.["id"])}', 7, 'bank', 5, 0),
           ('${customerId}', '${String(row?.["id"])}', 8, 'credits', 0, 5)`,
      ),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("is closed before the next one, and opened after it", async () => {
    await fixture.moveTo(startOfDayInTokyo(dayOf(`${monthsOn(next, 1)}-02`)));
    await notePull();
    expect(await close(next)).toBe("closed");
    expect(await reopen()).toBe("laterClosed");
    expect(await reopen(next)).toBeNull();
    expect(await reopen()).toBeNull();
    expect(await openChecks(next)).toEqual(["earlierMonth"]);
    expect(await close(next)).toBe("open");
  });

  test("takes bookings again while it is open, and is closed anew with all its history", async () => {
    const again = await book(day, 3_000);
    expect(await bookedDays(again)).toMatchObject({ day, value_day: null });
    expect(await close()).toBe("closed");
    const { closings } = await readMonth(await finance(), month);
    expect(closings).toMatchObject([
      { transactions: 2, reopened: null },
      { transactions: 1, reopened: { reason: "請求漏れの訂正", by: "admin-of-operator" } },
    ]);
    expect(closings[0]?.hash).not.toBe(closings[1]?.hash);
    expect(await readMonthStatement(await finance(), month)).toMatchObject({
      ...{ version: 2, isUnchanged: true, isSigned: true },
    });
    await expect(readMonthStatement(await finance(), next)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("is opened by an administrator with a reason alone", async () => {
    expect(await reopen(month, " ")).toBe("reasonMissing");
    const target = { month, clickId: newIdentifier() };
    await expect(reopenMonth(await finance(), target, "x")).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(closeMonth(await fixture.staff("admin"), target)).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(reopen(next)).rejects.toMatchObject({ code: "conflict" });
  });

  test("states what is booked at the same moment, or leaves it to the next month", async () => {
    for (let round = 0; round < 5; round += 1) {
      expect(await reopen()).toBeNull();
      const [booked, closed] = await Promise.allSettled([book(day), close()]);
      expect(booked.status).toBe("fulfilled");
      if (closed.status === "rejected") {
        expect(closed.reason).toMatchObject({ code: "conflict" });
        expect(await close()).toBe("closed");
      }
      expect(await readMonthStatement(await finance(), month)).toMatchObject({
        isUnchanged: true,
      });
    }
  });
});

describe("what leaves the house", () => {
  const { kinds } = ja.finance.invoice;
  const words = { ...ja.months.payoutReport, ...ja.finance.payout };
  const places = {
    freee: { skip: 1, encoding: "utf-8", debit: [4, 15], credit: [18, 29] },
    moneyForward: { skip: 1, encoding: "utf-8", debit: [2, 8], credit: [10, 16] },
    yayoi: { skip: 0, encoding: "shift_jis", debit: [4, 8], credit: [10, 14] },
  } as const;

  test.each(["freee", "moneyForward", "yayoi"] as const)(
    "the journal for %s comes to what the ledger says",
    async (name) => {
      const { bytes, fileName } = await exportJournal(await finance(), month, name, kinds);
      expect(fileName).toBe(`journal-${month}-${name}.csv`);
      const { skip, encoding, ...sides } = places[name];
      const { rows } = parseCsv(new TextDecoder(encoding).decode(bytes));
      const sums = new Map<string, number>();
      for (const { cells } of rows.slice(skip)) {
        for (const [side, sign] of [
          ["debit", 1],
          ["credit", -1],
        ] as const) {
          const [account, amount] = sides[side];
          const key = cells[account] ?? "";
          sums.set(key, (sums.get(key) ?? 0) + sign * Number(cells[amount]));
        }
      }
      const { accounts } = await readMonthStatement(await finance(), month);
      expect(Object.fromEntries(sums)).toEqual(
        Object.fromEntries(
          accounts.map(({ account, debit, credit }) => [packageAccount(account), debit - credit]),
        ),
      );
      expect(rows.at(-1)?.cells.join()).toContain("振込みによる預り金 みなと商事");
    },
  );

  test("an open month's journal says so, and what was booked late says when it counts", async () => {
    const { bytes, fileName } = await exportJournal(await finance(), next, "freee", kinds);
    expect(fileName).toBe(`journal-${next}-freee-open.csv`);
    expect(new TextDecoder().decode(bytes)).toContain(`起算日${day.replaceAll("-", "/")}`);
  });

  test("the report of payouts has every line with what became of it", async () => {
    const { bytes } = await exportPayoutReport(await finance(), month, words);
    const { rows } = parseCsv(new TextDecoder().decode(bytes));
    expect(rows.map(({ cells }) => [cells[1], cells[4], cells[8], cells[13]])).toEqual([
      ["入金ID", "明細ID", "差引", "会社名"],
      ["po_1", "txn_1", "-500", "みなと商事"],
    ]);
  });

  test("is for finance and administrators alone", async () => {
    const operations = await fixture.staff("operations");
    const refused = { code: "notAllowed" };
    await expect(exportJournal(operations, month, "freee", kinds)).rejects.toMatchObject(refused);
    await expect(exportPayoutReport(operations, month, words)).rejects.toMatchObject(refused);
    await expect(readMonth(operations, month)).rejects.toMatchObject(refused);
    await expect(listMonths(operations)).rejects.toMatchObject(refused);
    await expect(exportJournal(await finance(), month, "x", kinds)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readMonth(await finance(), "2026-13")).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

test("every event of a month stands in its chain", async () => {
  const { database } = currentPortal();
  const events = await database.transaction({ role: "portal_staff" }, (tx) =>
    rowsOf<{ type: string }>(
      tx,
      sql`select event->>'type' as type from machine_event
          where customer_id = ${operatorCustomerId} and event->>'month' = ${month}`,
    ),
  );
  expect(events.filter(({ type }) => type === "close").length).toBeGreaterThanOrEqual(2);
});
