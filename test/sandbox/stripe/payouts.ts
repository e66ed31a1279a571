import { endpoint } from "./call.ts";
import { noSuch } from "./errors.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { oneOf, optional } from "./parameters.ts";

export const retrievePayout = endpoint({}, ({ sandbox, id }) => {
  const payout = sandbox.store.get("payouts", id("payout"));
  if (!payout) throw noSuch("payout", id("payout"), "payout");
  return payout;
});

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
