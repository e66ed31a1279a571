import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { menu } from "#db/schema/operator.ts";
import { catalog } from "#db/seed/catalog.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { deviceIdOf, importDevices } from "./import-devices.ts";
import { makeAvailable, takeOut } from "./move-device.ts";
import { readDevice } from "./read-device.ts";
import { searchDevices } from "./search-devices.ts";

let fixture: TestPortal;
beforeAll(async () => {
  fixture = await openTestPortal();
  await fixture.portal.database.transaction({ role: "portal_engine" }, (tx) =>
    tx
      .insert(menu)
      .values(catalog.map((entry) => ({ ...entry, validFrom: "2020-01-01" })))
      .onConflictDoNothing(),
  );
});
afterAll(() => fixture.close());

const operations = () => fixture.staff("operations");
const fileOf = (...lines: string[]) => ({
  ...{ name: "kiki.csv", isCut: false },
  bytes: new TextEncoder().encode(["シリアル番号,機種", ...lines].join("\r\n")),
});
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${prefix}-${String(n).padStart(4, "0")},VPN-50`);
const search = async (text: string, status: string | null = null, page: string | null = null) =>
  searchDevices(await operations(), { text, status, page });
const target = (serialNumber: string) => ({
  ...{ deviceId: deviceIdOf(serialNumber), clickId: newIdentifier() },
});

describe("the stock of connection devices", () => {
  test("takes a list in, tells what it refused, and takes nothing twice", async () => {
    const file = fileOf("A-1,VPN-50", "a 2,VPN-50", "A-3,VPN-100");
    expect(await importDevices(await operations(), file)).toEqual({
      ...{ outcome: "imported", added: 2 },
      refused: [{ line: 3, found: "a 2,VPN-50", faults: ["serial"] }],
    });
    const again = await importDevices(await operations(), fileOf("A-3,VPN-100", "A-2,VPN-50"));
    expect(again).toEqual({
      ...{ outcome: "imported", added: 1 },
      refused: [{ line: 2, found: "A-3,VPN-100", faults: ["known"] }],
    });
    const { rows, counts } = await search("A-");
    expect(rows.map(({ serialNumber, model, status }) => [serialNumber, model, status])).toEqual([
      ["A-1", "VPN-50", "received"],
      ["A-2", "VPN-50", "received"],
      ["A-3", "VPN-100", "received"],
    ]);
    expect(counts).toMatchObject({ received: 3, free: 0, inRepair: 0, retired: 0 });
  });

  test("takes each device once from files that come in together", async () => {
    const lines = numbered("P", 150);
    const principal = await operations();
    const results = await Promise.all(
      [1, 2, 3].map(() => importDevices(principal, fileOf(...lines))),
    );
    const added = results.map((result) => (result.outcome === "imported" ? result.added : 0));
    expect(added.reduce((sum, count) => sum + count, 0)).toBe(150);
    for (const result of results) {
      if (result.outcome !== "imported") throw new Error(result.outcome);
      expect(result.added + result.refused.length).toBe(150);
      expect(result.refused.every(({ faults }) => faults[0] === "known")).toBe(true);
    }
    expect((await search("P-")).counts.received).toBe(150);
  });

  test("is shown page by page, by state, and by a part of number or model", async () => {
    const first = await search("p-");
    expect([first.pages, first.rows.length, first.rows[0]?.serialNumber]).toEqual([
      3,
      50,
      "P-0000",
    ]);
    const last = await search("p-", null, "99");
    expect([last.page, last.rows.at(-1)?.serialNumber]).toEqual([3, "P-0149"]);
    expect((await search("ＶＰＮ-100")).rows.map(({ serialNumber }) => serialNumber)).toEqual([
      "A-3",
    ]);
    expect((await search("P-%")).rows).toEqual([]);
    expect((await search("P-", "free")).rows).toEqual([]);
    expect((await search("P-", "nonsense")).status).toBeNull();
  });

  test("follows a device through repair to its end, with the reasons", async () => {
    const staff = await operations();
    await importDevices(staff, fileOf("R-1,VPN-50"));
    expect(await makeAvailable(staff, target("R-1"))).toBeNull();
    expect(await takeOut(staff, target("R-1"), "sendToRepair", " ")).toBe("reasonMissing");
    expect(await takeOut(staff, target("R-1"), "sendToRepair", "x".repeat(501))).toBe(
      "reasonTooLong",
    );
    const click = target("R-1");
    expect(await takeOut(staff, click, "sendToRepair", " 電源が入らない ")).toBeNull();
    // The same click again changes nothing.
    expect(await takeOut(staff, click, "sendToRepair", " 電源が入らない ")).toBeNull();
    expect(await readDevice(staff, deviceIdOf("R-1"))).toMatchObject({
      ...{ status: "inRepair", reason: "電源が入らない", serialNumber: "R-1" },
    });
    expect(await makeAvailable(staff, target("R-1"))).toBeNull();
    expect(await readDevice(staff, deviceIdOf("R-1"))).toMatchObject({
      ...{ status: "free", reason: null },
    });
    expect(await takeOut(staff, target("R-1"), "retire", "修理できない")).toBeNull();
    const conflict = { code: "conflict" };
    await expect(makeAvailable(staff, target("R-1"))).rejects.toMatchObject(conflict);
  });

  test.each<[string, Parameters<typeof importDevices>[1], object]>([
    ["no file", undefined, { outcome: "missing" }],
    ["an empty file", { ...fileOf(), bytes: new Uint8Array() }, { outcome: "missing" }],
    ["a file that is too large", { ...fileOf(), isCut: true }, { outcome: "tooLarge" }],
    ["headings alone", fileOf(), { outcome: "invalid", fault: "empty", line: 1 }],
  ])("refuses %s", async (_, file, result) => {
    expect(await importDevices(await operations(), file)).toEqual(result);
  });

  test("is the operations staff's alone, and a device that is not there is not found", async () => {
    const finance = await fixture.staff("finance");
    const notAllowed = { code: "notAllowed" };
    await expect(importDevices(finance, fileOf("F-1,VPN-50"))).rejects.toMatchObject(notAllowed);
    const all = { text: null, status: null, page: null };
    await expect(searchDevices(finance, all)).rejects.toMatchObject(notAllowed);
    await expect(makeAvailable(finance, target("R-1"))).rejects.toMatchObject(notAllowed);
    await expect(readDevice(finance, deviceIdOf("R-1"))).rejects.toMatchObject(notAllowed);
    const notFound = { code: "notFound" };
    const staff = await operations();
    await expect(readDevice(staff, newIdentifier())).rejects.toMatchObject(notFound);
    await expect(readDevice(staff, "x")).rejects.toMatchObject(notFound);
    await expect(makeAvailable(staff, target("NONE-1"))).rejects.toMatchObject(notFound);
  });
});
