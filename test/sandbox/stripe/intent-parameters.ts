import { ADDRESS, BILLING_DETAILS } from "./billing-details.ts";
import { currency } from "./currencies.ts";
import {
  emailAddress,
  flag,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  optional,
  type Parser,
  required,
  text,
  webAddress,
} from "./parameters.ts";

const TYPE = oneOf("card", "sepa_debit", "customer_balance");
const FUTURE_USAGE = oneOf("off_session", "on_session");
const THREE_D_SECURE = oneOf("any", "automatic", "challenge");

/** `true`, `false`, or why the cardholder is away. */
const offSession: Parser<boolean> = (node, path) =>
  node === "one_off" || node === "recurring" ? true : flag(node, path);

/** The bank transfer that a payer's cash balance takes: `jp_bank_account` is its older name. */
const BANK_TRANSFER = hash({
  type: required(
    oneOf("jp_bank_transfer", "jp_bank_account", "us_bank_transfer", "eu_bank_transfer"),
  ),
  requested_address_types: optional(list(oneOf("zengin"))),
});

const METHOD_OPTIONS = hash({
  card: optional(
    hash({
      request_three_d_secure: optional(THREE_D_SECURE),
      setup_future_usage: optional(FUTURE_USAGE),
    }),
  ),
  customer_balance: optional(
    hash({
      funding_type: optional(oneOf("bank_transfer")),
      bank_transfer: optional(BANK_TRANSFER),
    }),
  ),
});

/** What creating, changing and confirming a payment have in common. */
const COMMON = {
  allowed_payment_method_types: optional(list(TYPE)),
  capture_method: optional(oneOf("automatic", "automatic_async", "manual")),
  payment_method: optional(text()),
  payment_method_data: optional(
    hash({ type: required(TYPE), billing_details: optional(BILLING_DETAILS) }),
  ),
  payment_method_options: optional(METHOD_OPTIONS),
  receipt_email: optional(emailAddress),
  setup_future_usage: optional(FUTURE_USAGE),
  shipping: optional(
    hash({
      address: required(ADDRESS),
      name: required(text()),
      carrier: optional(text()),
      phone: optional(text()),
      tracking_number: optional(text()),
    }),
  ),
};

const MANDATE = hash({
  customer_acceptance: required(
    hash({
      accepted_at: optional(integer()),
      type: required(oneOf("online", "offline")),
      offline: optional(hash({})),
      online: optional(hash({ ip_address: required(text()), user_agent: required(text()) })),
    }),
  ),
});

export const CONFIRM_PARAMETERS = {
  ...COMMON,
  error_on_requires_action: optional(flag),
  mandate_data: optional(MANDATE),
  off_session: optional(offSession),
  return_url: optional(webAddress),
  use_stripe_sdk: optional(flag),
};

const DESCRIPTION = {
  customer: optional(text()),
  description: optional(text(1000)),
  metadata: optional(metadata),
  statement_descriptor: optional(text(22)),
  statement_descriptor_suffix: optional(text(22)),
};

export const CREATE_PARAMETERS = {
  ...CONFIRM_PARAMETERS,
  ...DESCRIPTION,
  amount: required(integer()),
  automatic_payment_methods: optional(
    hash({ enabled: required(flag), allow_redirects: optional(oneOf("always", "never")) }),
  ),
  confirm: optional(flag),
  confirmation_method: optional(oneOf("automatic", "manual")),
  currency: required(currency),
};

export const UPDATE_PARAMETERS = { ...COMMON, ...DESCRIPTION, amount: optional(integer()) };

/** Replaced by `allowed_payment_method_types` in the pinned version. */
export const OLDER_PARAMETERS = { payment_method_types: optional(list(TYPE)) };
