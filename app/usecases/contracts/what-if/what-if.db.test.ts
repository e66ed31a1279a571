import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forbidWrites } from "#db/queries/read-only.ts";
import { newIdentifier } from "#app/identifier.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { sqlState } from "#test/helpers/sql-state.ts";
import { setStartDay } from "../set-start-day.ts";
import type { OfferedEvent } from "./offered.ts";
import { summariseCommand } from "./summary.ts";
import { readWhatIfPage, type WhatIfForm } from "./what-if-page.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;

const today = "2031-06-15";
const noon = (day: string) => `${day}T12:00:00+09:00`;

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo(noon("2031-03-01"));
  customerId = await opened.addCustomer("みなと商事");
  contractId = await placeOrder(await opened.member(customerId), "2031-04-01", ["NDR-MVPN"]);
  const target = () => ({ customerId, contractId, clickId: newIdentifier() });
  await verifyMaintenance(await opened.staff(), target());
  await acceptOrder(await opened.staff(), target());
  await setStartDay(await opened.staff(), target(), "2031-04-01");
  await opened.moveTo(noon(today));
});
afterAll(() => opened.close());

/** Every row of every table of the database, jobs included. */
async function everyRow(): Promise<Record<string, string[]>> {
  const tables = await opened.test.asSuperuser<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await opened.test.asSuperuser<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t order by 1`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

const form = (given: Partial<Omit<WhatIfForm, "typed">>, typed: Record<string, string> = {}) => ({
  ...{ event: null, isSent: true, day: today, paysWhenDue: true, ...given },
  typed: (name: string) => typed[name] ?? "",
});

const page = async (asked: WhatIfForm) =>
  readWhatIfPage(await opened.staff(), customerId, contractId, asked);

/** Fills a form in as it comes: first choices, presets, today. */
const filled = ({ fields }: OfferedEvent) =>
  Object.fromEntries(
    fields.map(({ name, input, choices, preset, optional }) => {
      const first = choices[0]?.value;
      const others: Record<string, string> = { day: "2031-12-31", amount: "120000", text: "A16.1" };
      return [name, first ?? (preset || (optional ? "" : (others[input] ?? "")))];
    }),
  );

describe("what if", () => {
  test("of every command that a person can send now, no row of any table changes", async () => {
    const before = await everyRow();
    expect(before["public.machine_event"]?.length).toBeGreaterThan(5);
    const { offers } = await page(form({ isSent: false }));
    expect(offers.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["cancel", "suspend", "cancelByOperator", "startPayment"]),
    );
    const led = new Set<string>();
    for (const offer of offers) {
      const { result, wrong } = await page(form({ event: offer.id }, filled(offer)));
      expect(wrong).toEqual([]);
      expect(result?.comparison === null).toBe(result?.refused !== null);
      led.add(result?.refused ? "refused" : "taken");
    }
    expect([...led].toSorted()).toEqual(["refused", "taken"]);
    await summariseCommand(await opened.member(customerId), contractId, {
      ...{ type: "cancel", wish: null },
    });
    expect(await everyRow()).toEqual(before);
  });

  test("is read in a transaction in which the database refuses to write", async () => {
    const write = opened.portal.database.transaction({ role: "portal_engine" }, async (tx) => {
      await forbidWrites(tx);
      await tx.execute(sql`delete from timer`);
    });
    // read_only_sql_transaction
    expect(await sqlState(write)).toBe("25006");
  });

  test("says which states, invoices, duties and mails a notice changes", async () => {
    const { offers } = await page(form({ isSent: false }));
    const cancel = offers.find(({ type, kind }) => kind === "contract" && type === "cancel")!;
    const { result } = await page(form({ event: cancel.id }, { wish: "null" }));
    const { states, invoices, duties, mails } = result!.comparison!;
    const marked = (mark: string, pairs: readonly { mark: string; id: string }[]) =>
      pairs.filter((pair) => pair.mark === mark).map(({ id }) => id.split("/").slice(1).join("/"));
    expect(marked("added", states)).toEqual([
      expect.stringMatching(/^cancel\/2031-06-15T/),
      "endReached/2032-03-31T15:00:00.000Z",
    ]);
    expect(marked("dropped", states)).toEqual(
      expect.arrayContaining(["renew/2032-03-31T15:00:00.000Z"]),
    );
    expect(invoices.map(({ mark }) => mark)).toEqual(["same", "dropped", "dropped"]);
    expect(
      duties.filter(({ mark }) => mark === "added").map(({ with: duty }) => duty?.kind),
    ).toEqual(["saveData", "returnMaterials", "returnDevices", "eraseData"]);
    expect(mails.filter(({ mark }) => mark === "added").map((pair) => pair.with?.template)).toEqual(
      [...["cancellation-received", "contract-ended", "export-reminder"]],
    );
    expect(result!.end).toMatchObject({
      without: null,
      with: { day: "2032-03-31", clause: "A10.2", derivation: { result: "2032-03-31" } },
    });
    const { without, with: other } = result!.invoiced;
    expect(without - other).toBe(
      invoices.slice(1).reduce((sum, pair) => sum + (pair.without?.total ?? 0), 0),
    );
  });

  test("says of an option's notice how the option ends, not the contract", async () => {
    const { offers } = await page(form({ isSent: false }));
    const cancel = offers.find(({ type, kind }) => kind === "option" && type === "cancel")!;
    const { result } = await page(form({ event: cancel.id }, { wish: "earliest" }));
    expect(result!.end).toMatchObject({ without: null, with: { day: "2031-08-15" } });
    const contract = offers.find(({ type, kind }) => kind === "contract" && type === "cancel")!;
    const later = await page(form({ event: contract.id }, { wish: "2033-12-31" }));
    // Beyond the months that are looked at, but noted.
    expect(later.result!.end.with).toMatchObject({ day: "2033-12-31", clause: "A17.1" });
  });

  test("explains a refusal by what would have to hold", async () => {
    const { offers } = await page(form({ isSent: false }));
    const suspend = offers.find(({ type }) => type === "suspend")!;
    const typed = { "cause.kind": "nonPayment", "cause.ref": "" };
    const early = await page(form({ event: suspend.id }, typed));
    // The invoice of the first term is overdue since the end of May.
    expect(early.result?.refused).toBeNull();
    const lift = { type: "lift", cause: { kind: "breach", ref: null } };
    const as = await opened.member(customerId);
    const refused = await summariseCommand(as, contractId, lift);
    expect(refused).toMatchObject({ comparison: null, refused: { code: "notAllowed" } });
    const accept = await summariseCommand(as, contractId, { type: "confirmStart" });
    expect(accept.refused).toMatchObject({ code: "notNow", kind: "contract", guards: null });
  });

  test("asks again for what is filled in wrongly", async () => {
    const { offers } = await page(form({ isSent: false }));
    const cancel = offers.find(({ type, kind }) => kind === "contract" && type === "cancel")!;
    const asked = form({ event: cancel.id, day: "2031-06-14" }, { wish: "soon" });
    expect(await page(asked)).toMatchObject({ wrong: ["wish", "day"], result: null });
    const late = form({ event: cancel.id, day: "2033-06-16" }, { wish: "earliest" });
    expect((await page(late)).wrong).toEqual(["day"]);
  });

  test("is for operations, and for the customer of its own contracts only", async () => {
    const asked = form({ isSent: false });
    for (const role of ["finance", "admin"] as const) {
      const staff = await opened.staff(role);
      const attempt = readWhatIfPage(staff, customerId, contractId, asked);
      await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
    }
    const stranger = await opened.member(await opened.addCustomer("よその会社"));
    const attempt = summariseCommand(stranger, contractId, { type: "cancel", wish: null });
    await expect(attempt).rejects.toMatchObject({ code: "notFound" });
  });
});
