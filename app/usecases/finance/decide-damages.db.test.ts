import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOwnInvoice } from "#app/usecases/invoices/read-invoice.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { claimDamages, recordDispute, waiveDamages } from "./decide-damages.ts";
import { readCustomerInvoice } from "./read-customer-invoice.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

/** Every invoice of the world is due on 2026-12-31; this is noon of a day after it. */
const noon = (day: string) => new Date(`${day}T12:00:00+09:00`).toISOString();
const finance = async (day: string): Promise<Principal> => ({
  ...(await world.principal(null, "finance")),
  receivedAt: noon(day),
});
const target = ({ customerId, invoiceId }: IssuedInvoice) => {
  return { customerId, invoiceId, clickId: randomUUID() };
};

async function tell({ customerId, invoiceId }: IssuedInvoice, day: string, event: MachineEvent) {
  const actor = { kind: "machine", machineId: randomUUID() } as const;
  const outcome = await world.portal.dispatch({
    ...{ customerId, machineId: invoiceId, kind: "invoice", commandId: randomUUID(), actor, event },
    receivedAt: noon(day),
  });
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
}

/** An invoice of 1,320,000 yen of which a transfer came late, 30 days after the due day. */
async function paidLate(amount = 1_320_000): Promise<IssuedInvoice> {
  const invoice = await world.issueInvoice();
  const transfer = { receiptId: randomUUID(), amount, fee: 0, valueDay: "2027-01-30" };
  await tell(invoice, "2027-02-03", { type: "transferReceived", ...transfer });
  return invoice;
}

const read = async (invoice: IssuedInvoice, day: string, payDay: string | null = null) => {
  const { customerId, invoiceId } = invoice;
  return readCustomerInvoice(await finance(day), { customerId, invoiceId }, payDay);
};
const tasksOf = async ({ invoiceId }: IssuedInvoice) => {
  const filter = { kind: "decideDamages", role: null, owner: null, page: null };
  const { items } = await readWork(await finance("2027-02-04"), filter);
  return items.filter(({ subject }) => subject.startsWith(invoiceId));
};

describe("late damages", () => {
  test("wait for finance since the day on which the money came", async () => {
    const invoice = await paidLate();
    expect(await tasksOf(invoice)).toMatchObject([{ due: "2027-01-30", clause: "A14.3" }]);
    const { damages, standing } = await read(invoice, "2027-02-04");
    expect(damages).toBe(15_840);
    expect(standing.damages?.account).toMatchObject({ closedOn: "2027-01-30", rest: 0 });
  });

  test("are invoiced: a number, an entry of the ledger, a mail, and the task is gone", async () => {
    const invoice = await paidLate();
    await claimDamages(await finance("2027-02-04"), target(invoice), "15840");
    expect(await tasksOf(invoice)).toEqual([]);
    const { standing, damages } = await read(invoice, "2027-02-04");
    expect(damages).toBe(0);
    const [decision] = standing.damages?.decisions ?? [];
    expect(decision).toMatchObject({ kind: "claimed", amount: 15_840, day: "2027-02-04" });
    const claimId = decision?.invoice?.invoiceId ?? "";
    const claim = await read({ ...invoice, invoiceId: claimId }, "2027-02-04");
    expect(claim).toMatchObject({
      ...{ number: decision?.invoice?.number, total: 15_840, tax: 0, dueDay: "2027-03-31" },
      standing: { damages: null, ofInvoice: invoice.invoiceId },
    });
    expect(claim.ledger.map(({ account, debit, credit }) => [account, debit - credit])).toEqual([
      ["receivables", 15_840],
      ["damages", -15_840],
    ]);
    const effects = await world.db.asSuperuser<{ template: string }>(
      "select params ->> 'template' as template from effect where machine_id = $1",
      [claimId],
    );
    expect(effects).toEqual([{ template: "damages-claimed" }]);
  });

  test("of two invoices that were due on the same day have an invoice each", async () => {
    const [one] = [await paidLate()];
    const other = await world.issueInvoice(1_200_000, one.customerId);
    const transfer = { receiptId: randomUUID(), amount: 1_320_000, fee: 0, valueDay: "2027-01-30" };
    await tell(other, "2027-02-03", { type: "transferReceived", ...transfer });
    for (const invoice of [one, other]) {
      await claimDamages(await finance("2027-02-04"), target(invoice), "15840");
    }
    expect((await read(other, "2027-02-04")).standing.damages?.decisions).toHaveLength(1);
  });

  test("are decided on only as they were shown", async () => {
    const invoice = await paidLate();
    await expect(
      claimDamages(await finance("2027-02-04"), target(invoice), "15841"),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      claimDamages(await finance("2027-02-04"), target(invoice), "1e4"),
    ).rejects.toMatchObject({ code: "invalid" });
    const owner = await world.principal(invoice.customerId, "owner");
    await expect(claimDamages(owner, target(invoice), "15840")).rejects.toMatchObject({
      code: "notAllowed",
    });
  });

  test("are waived with a reason that the customer does not see", async () => {
    const invoice = await paidLate();
    const by = await finance("2027-02-04");
    expect(await waiveDamages(by, target(invoice), "15840", " ")).toBe("reasonMissing");
    expect(await waiveDamages(by, target(invoice), "15840", "x".repeat(501))).toBe("reasonTooLong");
    expect(await waiveDamages(by, target(invoice), "15840", "初回のため")).toBeNull();
    const [own] = (await read(invoice, "2027-02-04")).standing.damages?.decisions ?? [];
    expect(own).toMatchObject({ kind: "waived", reason: "初回のため", invoice: null });
    const owner = {
      ...(await world.principal(invoice.customerId, "owner")),
      ...{ receivedAt: noon("2027-02-04") },
    };
    const [shown] =
      (await readOwnInvoice(owner, invoice.invoiceId)).standing.damages?.decisions ?? [];
    expect(shown).toMatchObject({ kind: "waived", amount: 15_840, reason: null });
  });
});

describe("the account of an invoice", () => {
  test("says what is owed on a day of payment, and refuses what is no such day", async () => {
    const invoice = await paidLate(415_840);
    const onDay = async (payDay: string) => {
      const { damages } = (await read(invoice, "2027-02-09", payDay)).standing;
      return [
        damages?.payDay,
        damages?.account.rest,
        damages?.account.open,
        damages?.payDayProblem,
      ];
    };
    // 15,840 yen of the payment went to damages, so that 920,000 yen of principal go on.
    expect(await onDay("2027-02-09")).toEqual(["2027-02-09", 904_160, 19_520, null]);
    expect(await onDay("2027-02-19")).toEqual(["2027-02-19", 904_160, 23_200, null]);
    expect(await onDay("2027-02-08")).toEqual(["2027-02-09", 904_160, 19_520, "past"]);
    expect(await onDay("2027-02-30")).toEqual(["2027-02-09", 904_160, 19_520, "invalid"]);
    expect(await onDay("2029-01-01")).toEqual(["2027-02-09", 904_160, 19_520, "tooFar"]);
  });
});

describe("a dispute", () => {
  test("freezes the claim and the task, and ends again", async () => {
    const invoice = await paidLate();
    const by = await finance("2027-02-04");
    expect(await recordDispute(by, target(invoice), "dispute", "")).toBe("reasonMissing");
    expect(await recordDispute(by, target(invoice), "dispute", "請求先の相違")).toBeNull();
    expect(await tasksOf(invoice)).toEqual([]);
    expect((await read(invoice, "2027-02-04")).standing.dispute).toEqual({
      ...{ since: "2027-02-04", reason: "請求先の相違" },
    });
    await expect(claimDamages(by, target(invoice), "15840")).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(recordDispute(by, target(invoice), "dispute", "再び")).rejects.toMatchObject({
      code: "conflict",
    });
    const later = await finance("2027-02-10");
    expect(await recordDispute(later, target(invoice), "endDispute", "解決")).toBeNull();
    expect(await tasksOf(invoice)).toHaveLength(1);
    await claimDamages(later, target(invoice), "15840");
  });
});
