import { tokyoDay } from "#machines/calendar.ts";
import type { PaymentEvent } from "#machines/payment/events.ts";
import type { PaymentResult } from "../gateways/payments.ts";

/** A fact as a command: the id comes from the fact, so that two events about it are one command. */
export interface Fact {
  commandId: string;
  event: PaymentEvent;
}

/**
 * What a payment's result at Stripe says to its machine; null where no attempt has ended yet.
 *
 * @param method how it is paid: where a saved card was charged, its holder may have to come
 */
export function factOf(result: PaymentResult, method = "card"): Fact | null {
  const { intentId } = result;
  switch (result.state) {
    case "open": {
      const { failureCode: code, advice, attemptId } = result;
      if (code === null || attemptId === null) return null;
      if (method === "savedCard" && code === "authentication_required") {
        const event = { type: "actionRequired", code, intentId } as const;
        return { commandId: `action/${attemptId}`, event };
      }
      return {
        commandId: `attempt/${attemptId}`,
        event: { type: "attemptFailed", code, intentId, advice },
      };
    }
    case "processing":
      return { commandId: `processing/${intentId}`, event: { type: "processing", intentId } };
    case "cancelled":
      return expiry;
    case "succeeded": {
      const { chargeId, amount, chargedAt } = result;
      const valueDay = tokyoDay(chargedAt).toString();
      return {
        commandId: `charge/${chargeId}`,
        event: { type: "settle", intentId, chargeId, amount, valueDay },
      };
    }
    default:
      return result satisfies never;
  }
}

/** A payment expires once, whether its session or its payment intent says so. */
export const expiry: Fact = { commandId: "expire", event: { type: "expire" } };
