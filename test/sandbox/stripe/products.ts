import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { LineItem } from "../store/tables.ts";
import { endpoint } from "./call.ts";
import { currency } from "./currencies.ts";
import { noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { flag, hash, integer, metadata, oneOf, optional, required, text } from "./parameters.ts";

export const createProduct = endpoint(
  {
    active: optional(flag),
    description: optional(text(40_000)),
    metadata: optional(metadata),
    name: required(text(250)),
  },
  (call, parameters) => {
    const { sandbox } = call;
    const now = sandbox.clock.now();
    const product: Stripe.Product = {
      id: newId("prod", 14),
      object: "product",
      active: parameters.active ?? true,
      created: now,
      default_price: null,
      description: parameters.description ?? null,
      images: [],
      livemode: false,
      marketing_features: [],
      metadata: parameters.metadata ?? {},
      name: parameters.name,
      package_dimensions: null,
      shippable: null,
      tax_code: null,
      tax_details: null,
      type: "service",
      updated: now,
      url: null,
    };
    sandbox.store.put("products", product);
    emit(sandbox, call, "product.created", product);
    return product;
  },
);

export const createPrice = endpoint(
  {
    currency: required(currency),
    metadata: optional(metadata),
    nickname: optional(text()),
    product: required(text()),
    recurring: optional(hash({ interval: required(oneOf("day", "week", "month", "year")) })),
    unit_amount: required(integer()),
  },
  (call, parameters) => {
    const { sandbox } = call;
    if (!sandbox.store.get("products", parameters.product)) {
      throw noSuch("product", parameters.product, "product", 400);
    }
    const price: LineItem["price"] = {
      id: newId("price"),
      object: "price",
      active: true,
      billing_scheme: "per_unit",
      created: sandbox.clock.now(),
      currency: parameters.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: parameters.metadata ?? {},
      nickname: parameters.nickname ?? null,
      product: parameters.product,
      recurring: recurring(parameters.recurring?.interval),
      tax_behavior: "unspecified",
      tiers_mode: null,
      transform_quantity: null,
      type: parameters.recurring ? "recurring" : "one_time",
      unit_amount: parameters.unit_amount,
      unit_amount_decimal: String(parameters.unit_amount),
    };
    sandbox.store.put("prices", price);
    emit(sandbox, call, "price.created", price);
    return price;
  },
);

function recurring(interval: Stripe.Price.Recurring.Interval | undefined): Recurring {
  if (!interval) return null;
  return {
    interval,
    interval_count: 1,
    meter: null,
    trial_period_days: null,
    usage_type: "licensed",
  };
}

type Recurring = LineItem["price"]["recurring"];

/** The price; throws 400 where there is none. */
export function findPrice({ store }: Sandbox, id: string, param: string): LineItem["price"] {
  const price = store.get("prices", id);
  if (!price) throw noSuch("price", id, param, 400);
  return price;
}
