import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { neverReturned, returnedCases } from "#test/cases/payment-returned.ts";
import { savedCardCases } from "#test/cases/payment-saved-card.ts";
import { given, on, subjectId, type Stamped, type Told } from "#test/helpers/given.ts";
import { paymentDefinition } from "./definition.ts";

const invoiceId = "0199aaaa-0000-7000-8000-0000000000f1";
const create = on("2025-04-02", { type: "create", invoiceId, amount: 1100 });
const session = on("2025-04-02", {
  ...{ type: "sessionOpened", sessionId: "cs_1", expiresAt: "2025-04-02T04:00:00Z" },
});
const refused = on("2025-04-02", { type: "sessionRefused", code: "amount_too_small" });
const failed = on("2025-04-02", { type: "attemptFailed", code: "card_declined", intentId: "pi_1" });
const processing = on("2025-04-02", { type: "processing", intentId: "pi_1" });
const settle = (amount = 1100) =>
  on("2025-04-03", {
    ...{ type: "settle", intentId: "pi_1", chargeId: "ch_1", amount, valueDay: "2025-04-02" },
  });
const expire = on("2025-04-02", { type: "expire" }, 13);
const lookUp = on("2025-04-02", { type: "lookUp" }, 13);
const abandon = on("2025-04-02", { type: "abandon" }, 13);

const created = [create];
const waiting = [create, session];
const inProcess = [...waiting, processing];
const cancelled = [...waiting, expire];
const unpaid = [create, refused];

const told = (to: string, tells: string[] = [], effects: string[] = []): Told => ({
  to,
  clauses: ["A12.2"],
  tells: tells.map((type) => `invoice.${type}`),
  effects,
});
const pays = told("succeeded", ["paymentReceived"]);

const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["is created", [], create, told("created")],
  ["gets its session", created, session, told("requiresAction")],
  ["is refused a session", created, refused, told("failed", ["paymentClosed"])],
  ["is abandoned without a session", created, abandon, told("cancelled", ["paymentClosed"])],
  ["succeeds before its session is known", created, settle(), pays],
  ["is mismatched before its session is known", created, settle(1), told("mismatched")],
  ["fails an attempt", waiting, failed, told("requiresAction", [], ["payment-failed"])],
  ["is processed", waiting, processing, told("processing")],
  ["succeeds", waiting, settle(), pays],
  ["is mismatched", waiting, settle(1101), told("mismatched")],
  ["expires", waiting, expire, told("cancelled", ["paymentClosed"])],
  ["is looked up", waiting, lookUp, told("requiresAction", [], ["lookUpCheckout"])],
  ["fails in process", inProcess, failed, told("requiresAction", [], ["payment-failed"])],
  ["succeeds in process", inProcess, settle(), pays],
  ["is mismatched in process", inProcess, settle(1), told("mismatched")],
  ["is looked up in process", inProcess, lookUp, told("processing", [], ["lookUpCheckout"])],
  ["succeeds though cancelled: money is never ignored", cancelled, settle(), pays],
  ["is mismatched though cancelled", cancelled, settle(1), told("mismatched")],
  ["succeeds though it failed", unpaid, settle(), pays],
  ["is mismatched though it failed", unpaid, settle(1), told("mismatched")],
  ...savedCardCases,
  ...returnedCases,
];

describe("a payment", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(paymentDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(paymentDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(paymentDefinition.machine));
  });

  test("tells its invoice amount and value day", () => {
    const { tells } = given(paymentDefinition, ...waiting).whenTaken(settle());
    expect(tells).toEqual([
      {
        kind: "invoice",
        machineId: invoiceId,
        event: {
          type: "paymentReceived",
          paymentId: subjectId,
          amount: 1100,
          valueDay: "2025-04-02",
        },
      },
    ]);
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not born by a session", [], session],
    ["is not born by money", [], settle()],
    ["is not created twice", created, create],
    ["is not created again once cancelled", cancelled, create],
    ["does not succeed twice", [...waiting, settle()], settle()],
    ["does not expire once it succeeded", [...waiting, settle()], expire],
    ["does not expire while it is processed", inProcess, expire],
    ...neverReturned,
    ["settles nothing once mismatched", [...waiting, settle(1)], settle()],
  ])("%s", (_, before, event) => {
    expect(given(paymentDefinition, ...before).when(event)).toBeNull();
  });
});

describe("a payment waits for", () => {
  const waits = (...past: Stamped[]) =>
    given(paymentDefinition, ...past)
      .deadlines()
      .map(({ id, dueAt }) => [id, dueAt]);

  test("its session for an hour", () => {
    expect(waits(create)).toEqual([["abandon", "2025-04-02T04:00:00.000Z"]]);
  });

  test("word from Stripe until five minutes after the session's expiry, and asks once", () => {
    const asks = [["lookUp", "2025-04-02T04:05:00.000Z"]];
    expect(waits(...waiting)).toEqual(asks);
    expect(waits(...inProcess)).toEqual(asks);
    expect(waits(...inProcess, failed)).toEqual(asks);
    expect(waits(...waiting, lookUp)).toEqual([]);
  });

  test("nothing once it is over", () => {
    expect(waits(...cancelled)).toEqual([]);
    expect(waits(...waiting, settle())).toEqual([]);
    expect(waits(...unpaid)).toEqual([]);
  });
});
