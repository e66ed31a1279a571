import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { noSuch } from "./errors.ts";

/** The payout; throws 404 where there is none. */
export function findPayout({ store }: Sandbox, id: string): Stripe.Payout {
  const payout = store.get("payouts", id);
  if (!payout) throw noSuch("payout", id, "payout");
  return payout;
}
