import { describe, expect, test } from "vitest";
import {
  active,
  declined,
  device,
  fixRenewal,
  renew,
  withDevice,
} from "#test/helpers/contract-past.ts";
import { given, on, subjectId } from "#test/helpers/given.ts";
import { optionMenu } from "#test/helpers/sample-events.ts";
import { contractDefinition } from "./definition.ts";
import { optionInvoiceIdOf } from "./fees.ts";

const { optionId } = device;

const ending = (day: string, endDay: string | null, chargedUntil: string | null) =>
  on(day, { type: "optionEnding", optionId, endDay, chargedUntil });

/** The device is discontinued in the next term, which is charged up to that day. */
const cut = [...withDevice, ending("2025-07-01", "2026-10-01", "2026-10-01"), fixRenewal, renew];
const chargedTo = (charged: readonly { itemId: string; to: string; amount: number }[]) =>
  charged.find(({ itemId }) => itemId === optionId);

describe("an option whose discontinuation does not come (A20)", () => {
  test("was charged by days: 184 of 365", () => {
    const { context } = given(contractDefinition, ...cut).snapshot;
    expect(chargedTo(context.charged)).toMatchObject({ to: "2026-10-01", amount: 120_986 });
  });

  test.each([
    ["is taken back", null, null, "2027-03-31", 119_014, "2026-11-30"],
    ["gives way to a notice", "2027-01-31", null, "2027-03-31", 119_014, "2026-11-30"],
    ["gives way to a later one", "2026-10-31", "2026-10-31", "2026-10-31", 19_726, "2026-11-30"],
  ])("is charged for the rest where it %s", (_, endDay, chargedUntil, to, rest, dueDay) => {
    const { tells, snapshot } = given(contractDefinition, ...cut).whenTaken(
      ending("2026-05-10", endDay, chargedUntil),
    );
    const machineId = optionInvoiceIdOf(subjectId, optionId, "2026-10-02");
    expect(tells).toMatchObject([
      {
        machineId,
        event: {
          ...{ type: "issue", reason: "optionFee", periodStart: "2026-10-02", periodEnd: to },
          ...{ subtotal: rest, dueDay },
        },
      },
    ]);
    expect(snapshot.context.openInvoices).toContain(machineId);
    expect(chargedTo(snapshot.context.charged)).toMatchObject({ to, amount: 120_986 + rest });
  });

  test.each([
    ["in the term in which it was announced", withDevice, "2025-12-01", null, null],
    ["where it comes earlier", cut, "2026-05-10", "2026-08-31", "2026-08-31"],
    ["where a notice ends the option before it", cut, "2026-05-10", "2026-07-31", "2026-10-01"],
  ])("owes nothing more %s", (_, past, day, endDay, chargedUntil) => {
    expect(
      given(contractDefinition, ...past).whenTaken(ending(day, endDay, chargedUntil)).tells,
    ).toEqual([]);
  });
});

describe("the rest of a term that a discontinuation had cut off (A20)", () => {
  const cancelled = [...cut, on("2026-05-01", { type: "cancel", wish: "earliest" })];
  const taken = (past: typeof cut) =>
    given(contractDefinition, ...past).whenTaken(ending("2026-05-10", null, null));
  const restId = optionInvoiceIdOf(subjectId, optionId, "2026-10-02");

  test("is not asked for where the contract ends before it", () => {
    const { tells, snapshot } = taken(cancelled);
    expect(snapshot.context.ends).toMatchObject([{ endDay: "2026-07-01" }]);
    expect(tells).toEqual([]);
  });

  test("is asked for once the contract goes on after all", () => {
    const [end] = taken(cancelled).snapshot.context.ends;
    const { tells } = given(
      contractDefinition,
      ...[...cancelled, ending("2026-05-10", null, null)],
      on("2026-05-11", { type: "requestWithdrawal", noticeId: end?.id }),
    ).whenTaken(on("2026-05-12", { type: "agreeToWithdrawal", noticeId: end?.id }));
    expect(tells).toMatchObject([
      { machineId: restId, event: { type: "issue", subtotal: 119_014, periodEnd: "2027-03-31" } },
    ]);
  });

  test("is not asked for where the option itself ends before it, and is where it does not", () => {
    const ends = ending("2026-05-10", "2026-08-31", null);
    expect(given(contractDefinition, ...cut).whenTaken(ends).tells).toEqual([]);
    expect(taken([...cut, ends]).tells).toMatchObject([{ machineId: restId }]);
  });
});

describe("an option that was asked for on the last day of a term (A9.1)", () => {
  const logs = optionMenu("0199aaaa-0000-7000-8000-0000000000d2", "subscription", 120_000);
  const asked = on("2026-03-31", { type: "addOption", option: logs });
  const accepted = (day: string) =>
    on(day, { type: "optionAccepted", optionId: logs.optionId }, day === "2026-03-31" ? 23 : 0);

  test("joins it on that day", () => {
    const { tells } = given(contractDefinition, ...active, asked).whenTaken(accepted("2026-03-31"));
    expect(tells.at(-1)?.event).toMatchObject({
      periodStart: "2026-03-31",
      periodEnd: "2026-03-31",
    });
  });

  test.each([
    ["the renewal has not come yet", [...active, fixRenewal, asked]],
    ["the end has not come yet", [...declined, asked]],
  ])("joins no term that is over, where after midnight %s", (_, past) => {
    expect(given(contractDefinition, ...past).when(accepted("2026-04-01"))).toBeNull();
  });

  test("joins the next one", () => {
    const past = [...active, fixRenewal, asked, renew];
    const { tells } = given(contractDefinition, ...past).whenTaken(accepted("2026-04-01"));
    expect(tells.at(-1)?.event).toMatchObject({
      periodStart: "2026-04-01",
      periodEnd: "2027-03-31",
    });
  });
});
