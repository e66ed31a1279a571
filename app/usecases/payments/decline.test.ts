import { expect, test } from "vitest";
import { declineOf } from "./decline.ts";

test.each(["lost_card", "stolen_card", "pickup_card", "fraudulent", "generic_decline", "made_up"])(
  "%s is told as a plain refusal",
  (code) => {
    expect(declineOf(code)).toBe("declined");
  },
);

test.each([
  ["insufficient_funds", "insufficientFunds"],
  ["expired_card", "expiredCard"],
  ["incorrect_cvc", "incorrectCode"],
  ["payment_intent_authentication_failure", "authenticationFailed"],
  ["processing_error", "tryLater"],
])("%s has its own words", (code, decline) => {
  expect(declineOf(code)).toBe(decline);
});
