import { presentBalanceTotals } from "./balance.ts";
import { endpoint } from "./call.ts";
import { currency } from "./currencies.ts";
import { manualPayout, reversePayout } from "./end-payout.ts";
import { ApiError } from "./errors.ts";
import { emit } from "./events.ts";
import { findPayout } from "./find-payout.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { integer, metadata, oneOf, optional, required, text } from "./parameters.ts";

export const retrievePayout = endpoint({}, ({ sandbox, id }) => findPayout(sandbox, id("payout")));

export const listPayouts = endpoint(
  {
    ...PAGING,
    arrival_date: optional(moment),
    created: optional(moment),
    status: optional(oneOf("paid", "pending", "in_transit", "canceled", "failed")),
  },
  ({ sandbox, path }, parameters) => {
    const payouts = sandbox.store
      .all("payouts")
      .filter(
        (payout) =>
          (parameters.arrival_date?.(payout.arrival_date) ?? true) &&
          (parameters.created?.(payout.created) ?? true) &&
          (!parameters.status || payout.status === parameters.status),
      );
    return paginate(payouts, parameters, path, "payout");
  },
);

/** A payout by hand: no more than what is available in that currency. */
export const createPayout = endpoint(
  {
    amount: required(integer(1)),
    currency: required(currency),
    description: optional(text()),
    metadata: optional(metadata),
    method: optional(oneOf("standard")),
    source_type: optional(oneOf("card")),
    statement_descriptor: optional(text(22)),
  },
  (call, { amount, currency: code, description, metadata: notes }) => {
    const { available } = presentBalanceTotals(call.sandbox);
    if (amount > (available.find((entry) => entry.currency === code)?.amount ?? 0)) {
      throw new ApiError(400, {
        type: "invalid_request_error",
        code: "balance_insufficient",
        message: `You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.`,
      });
    }
    return manualPayout(call.sandbox, call, {
      amount,
      currency: code,
      description,
      metadata: notes,
    });
  },
);

export const updatePayout = endpoint({ metadata: optional(metadata) }, (call, parameters) => {
  const { sandbox, id } = call;
  const before = findPayout(sandbox, id("payout"));
  const payout = { ...before, metadata: { ...before.metadata, ...parameters.metadata } };
  sandbox.store.put("payouts", payout);
  emit(sandbox, call, "payout.updated", payout, { metadata: before.metadata });
  return payout;
});

export const reversePayoutByRequest = endpoint({ metadata: optional(metadata) }, (call) =>
  reversePayout(call.sandbox, call.id("payout"), call),
);
