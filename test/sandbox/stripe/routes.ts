import type { Route } from "../http/router.ts";
import { listBalanceTransactions, retrieveBalanceTransaction } from "./balance-transactions.ts";
import { retrieveBalance } from "./balance.ts";
import type { Endpoint } from "./call.ts";
import { fundCashBalance, retrieveCashBalance } from "./cash-balance.ts";
import { captureIntent } from "./capture-intent.ts";
import { listCharges, retrieveCharge } from "./charges.ts";
import { confirmIntent, createIntent, updateIntent } from "./create-intent.ts";
import { createMethod } from "./create-method.ts";
import { createSession } from "./create-session.ts";
import {
  createCustomer,
  deleteCustomer,
  listCustomers,
  retrieveCustomer,
  updateCustomer,
} from "./customers.ts";
import {
  acceptDispute,
  listDisputes,
  retrieveDispute,
  updateDispute,
} from "./dispute-endpoints.ts";
import { listEvents, retrieveEvent } from "./events.ts";
import { cancelIntent, listPaymentIntents, retrievePaymentIntent } from "./payment-intents.ts";
import {
  attachPaymentMethod,
  detachPaymentMethod,
  listCustomerMethods,
  listPaymentMethods,
  retrievePaymentMethod,
  updatePaymentMethod,
} from "./payment-methods.ts";
import { confirmPage, retrievePage } from "./payment-pages.ts";
import { createPaymentLink, updatePaymentLink } from "./payment-links.ts";
import {
  createPayout,
  listPayouts,
  retrievePayout,
  reversePayoutByRequest,
  updatePayout,
} from "./payouts.ts";
import { createPrice, createProduct } from "./products.ts";
import { createRefund, listRefunds, retrieveRefund, updateRefund } from "./refunds.ts";
import { expireSession, listSessionLineItems, listSessions, retrieveSession } from "./sessions.ts";
import {
  cancelSetup,
  confirmSetupIntent,
  createSetup,
  listSetups,
  retrieveSetup,
} from "./setup-intents.ts";

import { createSource, updateSource } from "./sources.ts";

/** Every Stripe endpoint of the sandbox, method and path before what answers it. */
const TABLE: Record<string, Endpoint> = {
  "POST /v1/customers": createCustomer,
  "GET /v1/customers": listCustomers,
  "GET /v1/customers/:customer": retrieveCustomer,
  "POST /v1/customers/:customer": updateCustomer,
  "DELETE /v1/customers/:customer": deleteCustomer,
  "GET /v1/customers/:customer/payment_methods": listCustomerMethods,
  "GET /v1/customers/:customer/cash_balance": retrieveCashBalance,
  "POST /v1/customers/:customer/sources": createSource,
  "POST /v1/customers/:customer/sources/:source": updateSource,
  "POST /v1/test_helpers/customers/:customer/fund_cash_balance": fundCashBalance,
  "POST /v1/products": createProduct,
  "POST /v1/prices": createPrice,
  "POST /v1/payment_links": createPaymentLink,
  "POST /v1/payment_links/:link": updatePaymentLink,
  "GET /v1/payment_pages/:session": retrievePage,
  "POST /v1/payment_pages/:session/confirm": confirmPage,
  "POST /v1/checkout/sessions": createSession,
  "GET /v1/checkout/sessions": listSessions,
  "GET /v1/checkout/sessions/:session": retrieveSession,
  "GET /v1/checkout/sessions/:session/line_items": listSessionLineItems,
  "POST /v1/checkout/sessions/:session/expire": expireSession,
  "POST /v1/payment_intents": createIntent,
  "GET /v1/payment_intents": listPaymentIntents,
  "GET /v1/payment_intents/:intent": retrievePaymentIntent,
  "POST /v1/payment_intents/:intent": updateIntent,
  "POST /v1/payment_intents/:intent/confirm": confirmIntent,
  "POST /v1/payment_intents/:intent/cancel": cancelIntent,
  "POST /v1/payment_intents/:intent/capture": captureIntent,
  "POST /v1/setup_intents": createSetup,
  "GET /v1/setup_intents": listSetups,
  "GET /v1/setup_intents/:intent": retrieveSetup,
  "POST /v1/setup_intents/:intent/confirm": confirmSetupIntent,
  "POST /v1/setup_intents/:intent/cancel": cancelSetup,
  "POST /v1/payment_methods": createMethod,
  "GET /v1/payment_methods": listPaymentMethods,
  "GET /v1/payment_methods/:method": retrievePaymentMethod,
  "POST /v1/payment_methods/:method": updatePaymentMethod,
  "POST /v1/payment_methods/:method/attach": attachPaymentMethod,
  "POST /v1/payment_methods/:method/detach": detachPaymentMethod,
  "GET /v1/charges": listCharges,
  "GET /v1/charges/:charge": retrieveCharge,
  "POST /v1/refunds": createRefund,
  "GET /v1/refunds": listRefunds,
  "GET /v1/refunds/:refund": retrieveRefund,
  "POST /v1/refunds/:refund": updateRefund,
  "GET /v1/disputes": listDisputes,
  "GET /v1/disputes/:dispute": retrieveDispute,
  "POST /v1/disputes/:dispute": updateDispute,
  "POST /v1/disputes/:dispute/close": acceptDispute,
  "GET /v1/balance": retrieveBalance,
  "GET /v1/balance_transactions": listBalanceTransactions,
  "GET /v1/balance_transactions/:transaction": retrieveBalanceTransaction,
  "POST /v1/payouts": createPayout,
  "GET /v1/payouts": listPayouts,
  "GET /v1/payouts/:payout": retrievePayout,
  "POST /v1/payouts/:payout": updatePayout,
  "POST /v1/payouts/:payout/reverse": reversePayoutByRequest,
  "GET /v1/events": listEvents,
  "GET /v1/events/:event": retrieveEvent,
};

export const ROUTES: readonly Route<Endpoint>[] = Object.entries(TABLE).map(([name, handler]) => {
  const [method = "", path = ""] = name.split(" ");
  return { method, path, handler };
});
