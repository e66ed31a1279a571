import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { createCustomerAccount } from "#app/usecases/accounts/create-account.ts";
import { tokyoTimeOf, type TypedFields } from "#app/usecases/notices/typed-fields.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { menu } from "#db/schema/operator.ts";
import { catalog } from "#db/seed/catalog.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { openAccountPortal, type AccountPortal } from "#test/helpers/account-portal.ts";
import { workEffects } from "#test/helpers/effects-worked.ts";
import { listContract } from "#test/helpers/listed-contracts.ts";
import { listMaintenance } from "./list-maintenance.ts";
import { callOffMaintenance, changeMaintenance, planMaintenance } from "./plan-maintenance.ts";
import { readMaintenanceForStaff } from "./read-maintenance.ts";

let fixture: AccountPortal;
beforeAll(async () => {
  fixture = await openAccountPortal({ demo: true });
  await fixture.portal.database.transaction({ role: "portal_engine" }, (tx) =>
    tx.insert(menu).values(catalog.map((entry) => ({ ...entry, validFrom: "2020-01-01" }))),
  );
});
afterAll(() => fixture.close());

const now = async () => (await fixture.portal.clock.now()).toISOString();
const staff = async (role: "operations" | "finance" = "operations"): Promise<Principal> => ({
  ...{ userId: `${role}-1`, customerId: null, roles: [role], ipAddress: "203.0.113.7" },
  receivedAt: await now(),
});

async function typedFor(hoursAhead: number, menus = ["NDR-BASE"]): Promise<TypedFields> {
  const time = (hours: number) => Date.now() + hours * 3_600_000;
  const at = (hours: number) => tokyoTimeOf(new Date(time(hours)).toISOString());
  return {
    ...{ startsAt: [at(hoursAhead)], endsAt: [at(hoursAhead + 4)], menus },
    ...{
      titleJa: ["定期点検"],
      titleEn: ["Regular check"],
      textJa: ["記録は続きます"],
      textEn: [],
    },
  };
}

const target = () => ({ maintenanceId: newIdentifier(), clickId: newIdentifier() });

const work = () => workEffects(fixture.portal, fixture.testDatabase);

async function addCustomer(name: string): Promise<{ customerId: string; email: string }> {
  const email = `owner@${name}.example`;
  const account = { companyName: name, name: "x", email, password: "correct horse battery" };
  const { customerId } = await createCustomerAccount(fixture.portal, account);
  return { customerId, email };
}

describe("a maintenance window", () => {
  test("is planned, changed and called off, and each customer concerned has one mail of each", async () => {
    const { testDatabase: db, mailsTo } = fixture;
    const [base, option, ended, other] = [
      await addCustomer("base"),
      await addCustomer("option"),
      await addCustomer("ended"),
      await addCustomer("other"),
    ];
    await listContract(db, base.customerId, { number: "C000001-01" });
    await listContract(db, base.customerId, { number: "C000001-02", status: "preparing" });
    await listContract(db, option.customerId, {
      ...{ number: "C000002-01", menuCode: "ELSE", options: [["NDR-BASE", "active"]] },
    });
    await listContract(db, ended.customerId, { status: "ended" });
    await listContract(db, other.customerId, {
      menuCode: "ELSE",
      options: [["NDR-BASE", "ended"]],
    });
    const { maintenanceId, clickId } = target();
    const plan = (send: boolean) =>
      typedFor(48).then(async (typed) =>
        planMaintenance(await staff(), { maintenanceId, clickId }, typed, send),
      );

    const review = await plan(false);
    expect(review).toMatchObject({ outcome: "review", affected: { customers: 2 } });
    expect(await listMaintenance()).toEqual([]);
    expect(await plan(true)).toEqual({ outcome: "sent" });
    // The same click again is the same plan.
    expect(await plan(true)).toEqual({ outcome: "sent" });
    await work();

    const mails = await mailsTo(base.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("計画メンテナンスのお知らせ（定期点検）");
    expect(mails[0]?.text).toContain("C000001-01、C000001-02");
    expect(mails[0]?.text).toContain("約款第22条第5項第4号");
    expect(await mailsTo(option.email)).toHaveLength(1);
    for (const { email } of [ended, other]) expect(await mailsTo(email)).toEqual([]);

    const typed = await typedFor(72, ["NDR-LOG-BASIC", "NDR-BASE"]);
    const moved = { maintenanceId, clickId: newIdentifier() };
    expect(await changeMaintenance(await staff(), moved, typed, true)).toEqual({ outcome: "sent" });
    await work();
    expect((await mailsTo(base.email)).map(({ subject }) => subject)).toEqual([
      "計画メンテナンスのお知らせ（定期点検）",
      "計画メンテナンスの変更（定期点検）",
    ]);

    const off = { maintenanceId, clickId: newIdentifier() };
    const reason = { reasonJa: ["準備が整わないため"], reasonEn: ["Not ready"] };
    expect(await callOffMaintenance(await staff(), off, {})).toMatchObject({
      outcome: "faults",
      faults: { reasonJa: "missing", reasonEn: "missing" },
    });
    expect(await callOffMaintenance(await staff(), off, reason)).toEqual({ outcome: "sent" });
    await work();
    const last = (await mailsTo(base.email)).at(-1);
    expect(last?.text).toContain("準備が整わないため");
    const [listed] = await listMaintenance();
    expect(listed).toMatchObject({ status: "cancelled", revision: 2, reasonEn: "Not ready" });

    const { deliveries } = await readMaintenanceForStaff(await staff(), maintenanceId);
    expect(deliveries.map(({ template, states }) => [template, states])).toEqual([
      ["maintenance-cancelled", ["sent"]],
      ["maintenance-cancelled", ["sent"]],
      ["maintenance-changed", ["sent"]],
      ["maintenance-changed", ["sent"]],
      ["maintenance-planned", ["sent"]],
      ["maintenance-planned", ["sent"]],
    ]);
  });

  test("that is told again after a break writes to nobody twice", async () => {
    const { testDatabase: db, portal, mailsTo } = fixture;
    const late = await addCustomer("late");
    await listContract(db, late.customerId, { menuCode: "NDR-PREMIUM", number: "C000009-01" });
    const typed = await typedFor(48);
    // A menu of this test's own, so that only its customer is concerned.
    await portal.database.transaction({ role: "portal_engine" }, (tx) =>
      tx.insert(menu).values({ ...catalog[0]!, code: "NDR-PREMIUM", validFrom: "2020-01-01" }),
    );
    const planned = target();
    await planMaintenance(await staff(), planned, { ...typed, menus: ["NDR-PREMIUM"] }, true);
    await work();
    await db.asSuperuser(
      `update effect set state = 'pending', finished_at = null
       where machine_id = $1 and customer_id = $2 and kind = 'notifyCustomers'`,
      [planned.maintenanceId, operatorCustomerId],
    );
    expect(await work()).toBe(1);
    expect(await mailsTo(late.email)).toHaveLength(1);
  });

  test.each<[string, TypedFields, Record<string, string>]>([
    [
      "nothing",
      {},
      {
        startsAt: "missing",
        endsAt: "missing",
        menus: "missing",
        titleJa: "missing",
        titleEn: "missing",
      },
    ],
    ["a day that does not exist", { startsAt: ["2030-02-30T10:00"] }, { startsAt: "notATime" }],
    ["a time that is past", { startsAt: ["2020-01-01T10:00"] }, { startsAt: "past" }],
    [
      "an end before its start",
      { startsAt: ["2090-01-02T10:00"], endsAt: ["2090-01-02T10:00"] },
      { endsAt: "notAfterStart" },
    ],
    ["a menu that is none", { menus: ["NONE"] }, { menus: "missing" }],
    ["a text that is too long", { textJa: ["x".repeat(2001)] }, { textJa: "tooLong" }],
    ["NUL in its title", { titleEn: ["a\0b"] }, { titleEn: "tooLong" }],
  ])("is refused with %s", async (_, typed, faults) => {
    const answer = await planMaintenance(await staff(), target(), typed, true);
    expect(answer).toMatchObject({ outcome: "faults", faults });
  });

  test("is the operations staff's alone, and one that is not there is not found", async () => {
    const typed = await typedFor(48);
    const finance = await staff("finance");
    const notAllowed = { code: "notAllowed" };
    await expect(planMaintenance(finance, target(), typed, true)).rejects.toMatchObject(notAllowed);
    const nowhere = target();
    const notFound = { code: "notFound" };
    await expect(changeMaintenance(await staff(), nowhere, typed, true)).rejects.toMatchObject(
      notFound,
    );
    const reason = { reasonJa: ["x"], reasonEn: ["x"] };
    await expect(callOffMaintenance(await staff(), nowhere, reason)).rejects.toMatchObject(
      notFound,
    );
  });
});
