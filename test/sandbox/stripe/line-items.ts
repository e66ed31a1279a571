import { newId } from "../identifiers.ts";
import type { LineItem } from "../store/tables.ts";

/** One line as given: yen without minor unit, a whole quantity of at least 1. */
export interface GivenLine {
  price_data: {
    product_data: { name: string };
    tax_behavior?: "exclusive" | "inclusive" | "unspecified";
    unit_amount: number;
  };
  quantity: number;
}

/** The line item Stripe makes of it, with a price of its own. `created` in Unix seconds. */
export function buildLineItem({ price_data, quantity }: GivenLine, created: number): LineItem {
  const total = price_data.unit_amount * quantity;
  return {
    id: newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: "jpy",
    description: price_data.product_data.name,
    metadata: {},
    price: {
      id: newId("price"),
      object: "price",
      active: false,
      billing_scheme: "per_unit",
      created,
      currency: "jpy",
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId("prod", 14),
      recurring: null,
      tax_behavior: price_data.tax_behavior ?? "unspecified",
      tiers_mode: null,
      transform_quantity: null,
      type: "one_time",
      unit_amount: price_data.unit_amount,
      unit_amount_decimal: String(price_data.unit_amount),
    },
    quantity,
  };
}
