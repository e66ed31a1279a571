import { invalidRequest } from "./errors.ts";
import {
  emailAddress,
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

export const LEAST_YEN = 50;
export const MOST_YEN = 99_999_999;

const yen: Parser<"jpy"> = (node, path) => {
  const currency = text()(node, path).toLowerCase();
  if (currency === "jpy") return currency;
  throw invalidRequest(
    `Invalid currency: ${currency}. This account takes jpy only.`,
    undefined,
    path,
  );
};

const LINE_ITEM = hash({
  price_data: required(
    hash({
      currency: required(yen),
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

/** What `POST /v1/checkout/sessions` takes here: card payments in yen on the hosted page. */
export const SESSION_PARAMETERS = {
  cancel_url: optional(webAddress),
  client_reference_id: optional(text(200)),
  currency: optional(yen),
  customer: optional(text()),
  customer_creation: optional(oneOf("if_required")),
  customer_email: optional(emailAddress),
  expires_at: optional(integer()),
  line_items: required(list(LINE_ITEM)),
  locale: optional(oneOf("auto", "ja", "en")),
  metadata: optional(metadata),
  mode: required(oneOf("payment")),
  payment_intent_data: optional(
    hash({
      description: optional(text(1000)),
      metadata: optional(metadata),
      receipt_email: optional(emailAddress),
      statement_descriptor: optional(text(22)),
      statement_descriptor_suffix: optional(text(22)),
    }),
  ),
  payment_method_options: optional(
    hash({
      card: optional(
        hash({ request_three_d_secure: optional(oneOf("any", "automatic", "challenge")) }),
      ),
    }),
  ),
  allowed_payment_method_types: optional(list(oneOf("card"))),
  submit_type: optional(oneOf("auto", "pay", "book", "donate")),
  success_url: required(webAddress),
  ui_mode: optional(oneOf("hosted_page")),
};
