import type { Route } from "../http/router.ts";
import { listBalanceTransactions, retrieveBalanceTransaction } from "./balance-transactions.ts";
import type { Endpoint } from "./call.ts";
import { listCharges, retrieveCharge } from "./charges.ts";
import { createCustomer, retrieveCustomer } from "./customers.ts";
import { listEvents, retrieveEvent } from "./events.ts";
import { listPaymentIntents, retrievePaymentIntent } from "./payment-intents.ts";
import { retrievePaymentMethod } from "./payment-methods.ts";
import { listPayouts, retrievePayout } from "./payouts.ts";
import { createRefund, listRefunds, retrieveRefund } from "./refunds.ts";
import {
  createSession,
  expireSession,
  listSessionLineItems,
  listSessions,
  retrieveSession,
} from "./sessions.ts";

/** Every Stripe endpoint of the sandbox. */
export const ROUTES: readonly Route<Endpoint>[] = [
  { method: "POST", path: "/v1/customers", handler: createCustomer },
  { method: "GET", path: "/v1/customers/:customer", handler: retrieveCustomer },
  { method: "POST", path: "/v1/checkout/sessions", handler: createSession },
  { method: "GET", path: "/v1/checkout/sessions", handler: listSessions },
  { method: "GET", path: "/v1/checkout/sessions/:session", handler: retrieveSession },
  {
    method: "GET",
    path: "/v1/checkout/sessions/:session/line_items",
    handler: listSessionLineItems,
  },
  { method: "POST", path: "/v1/checkout/sessions/:session/expire", handler: expireSession },
  { method: "GET", path: "/v1/payment_intents", handler: listPaymentIntents },
  { method: "GET", path: "/v1/payment_intents/:intent", handler: retrievePaymentIntent },
  { method: "GET", path: "/v1/payment_methods/:method", handler: retrievePaymentMethod },
  { method: "GET", path: "/v1/charges", handler: listCharges },
  { method: "GET", path: "/v1/charges/:charge", handler: retrieveCharge },
  { method: "POST", path: "/v1/refunds", handler: createRefund },
  { method: "GET", path: "/v1/refunds", handler: listRefunds },
  { method: "GET", path: "/v1/refunds/:refund", handler: retrieveRefund },
  { method: "GET", path: "/v1/balance_transactions", handler: listBalanceTransactions },
  {
    method: "GET",
    path: "/v1/balance_transactions/:transaction",
    handler: retrieveBalanceTransaction,
  },
  { method: "GET", path: "/v1/payouts", handler: listPayouts },
  { method: "GET", path: "/v1/payouts/:payout", handler: retrievePayout },
  { method: "GET", path: "/v1/events", handler: listEvents },
  { method: "GET", path: "/v1/events/:event", handler: retrieveEvent },
];
