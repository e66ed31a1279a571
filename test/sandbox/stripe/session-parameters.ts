import { ADDRESS } from "./billing-details.ts";
import { currency } from "./currencies.ts";
import {
  emailAddress,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  optional,
  required,
  text,
  webAddress,
} from "./parameters.ts";

const LINE_ITEM = hash({
  price: optional(text()),
  price_data: optional(
    hash({
      currency: required(currency),
      product_data: required(
        hash({
          name: required(text(250)),
          description: optional(text()),
          images: optional(list(webAddress, 8)),
          metadata: optional(metadata),
        }),
      ),
      tax_behavior: optional(oneOf("exclusive", "inclusive", "unspecified")),
      unit_amount: required(integer()),
    }),
  ),
  quantity: required(integer(1)),
});

const TYPES = list(oneOf("card", "sepa_debit"));
const FUTURE_USAGE = oneOf("off_session", "on_session");

/** What `POST /v1/checkout/sessions` takes here: paying by card, or saving one, on the hosted page. */
export const SESSION_PARAMETERS = {
  cancel_url: optional(webAddress),
  client_reference_id: optional(text(200)),
  currency: optional(currency),
  customer: optional(text()),
  customer_creation: optional(oneOf("if_required")),
  customer_email: optional(emailAddress),
  expires_at: optional(integer()),
  line_items: optional(list(LINE_ITEM)),
  locale: optional(oneOf("auto", "ja", "en")),
  metadata: optional(metadata),
  mode: required(oneOf("payment", "setup")),
  payment_intent_data: optional(
    hash({
      description: optional(text(1000)),
      metadata: optional(metadata),
      receipt_email: optional(emailAddress),
      setup_future_usage: optional(FUTURE_USAGE),
      shipping: optional(hash({ address: required(ADDRESS), name: required(text()) })),
      statement_descriptor: optional(text(22)),
      statement_descriptor_suffix: optional(text(22)),
    }),
  ),
  payment_method_options: optional(
    hash({
      card: optional(
        hash({
          request_three_d_secure: optional(oneOf("any", "automatic", "challenge")),
          setup_future_usage: optional(FUTURE_USAGE),
        }),
      ),
    }),
  ),
  allowed_payment_method_types: optional(TYPES),
  setup_intent_data: optional(
    hash({ description: optional(text(1000)), metadata: optional(metadata) }),
  ),
  submit_type: optional(oneOf("auto", "pay", "book", "donate")),
  success_url: required(webAddress),
  ui_mode: optional(oneOf("hosted_page")),
};

/** Replaced by `allowed_payment_method_types` in the pinned version. */
export const OLDER_SESSION_PARAMETERS = { payment_method_types: optional(TYPES) };
