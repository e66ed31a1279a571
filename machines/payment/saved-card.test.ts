import { expect, test } from "vitest";
import { given, on } from "#test/helpers/given.ts";
import { attemptAgainAfter, isHardDecline } from "./attempt-again.ts";
import { paymentDefinition } from "./definition.ts";

const create = on("2025-04-02", {
  ...{ type: "create", invoiceId: "0199aaaa-0000-7000-8000-0000000000f1", amount: 1100 },
  ...{
    method: "savedCard",
    cardId: "0199aaaa-0000-7000-8000-0000000000ca",
    retryDay: "2025-04-05",
  },
});
const action = on("2025-04-02", {
  ...{ type: "actionRequired", code: "authentication_required", intentId: "pi_1" },
});

test.each([
  ["insufficient_funds", "later"],
  ["generic_decline", "later"],
  ["issuer_not_available", "later"],
  ["a code that nobody knows", "later"],
  ["lost_card", "never"],
  ["expired_card", "never"],
  ["incorrect_cvc", "never"],
  ["card_not_supported", "never"],
  ["card_detached", "never"],
  ["amount_changed", "now"],
])("after %s a charge is made again: %s", (code, again) => {
  expect(attemptAgainAfter(code, null)).toBe(again);
});

test("a card is done for where its issuer or Stripe says so, not where its holder can help", () => {
  expect(isHardDecline("stolen_card", null)).toBe(true);
  expect(isHardDecline("generic_decline", "do_not_try_again")).toBe(true);
  expect(isHardDecline("generic_decline", "try_again_later")).toBe(false);
  expect(isHardDecline("incorrect_cvc", null)).toBe(false);
});

test("a failed charge says when the next one is, and that of a lost card says that there is none", () => {
  const failed = (code: string) =>
    on("2025-04-02", { type: "attemptFailed", code, intentId: "pi_1" });
  const factsOf = (code: string) =>
    given(paymentDefinition, create).whenTaken(failed(code)).effects[0]?.params["facts"];
  expect(factsOf("insufficient_funds")).toMatchObject({ retryDay: "2025-04-05" });
  expect(factsOf("lost_card")).toMatchObject({ retryDay: null, cardIsDone: true });
});

test("its cardholder has seven days, counted from the next one", () => {
  const waits = given(paymentDefinition, create, action).deadlines();
  expect(waits.map(({ id, dueAt }) => [id, dueAt])).toEqual([
    ["giveUp", "2025-04-09T15:00:00.000Z"],
  ]);
});

test("a charge of which nobody hears is looked for after a day", () => {
  const waits = given(paymentDefinition, create).deadlines();
  expect(waits.map(({ id, dueAt }) => [id, dueAt])).toEqual([
    ["lookUp", "2025-04-03T03:00:00.000Z"],
  ]);
});
