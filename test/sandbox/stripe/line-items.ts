import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { LineItem } from "../store/tables.ts";
import { invalidRequest } from "./errors.ts";
import { findPrice } from "./products.ts";

/** One line as given: a price in the currency's smallest unit, a whole quantity of at least 1. */
export interface GivenLine {
  price_data: {
    currency: string;
    product_data: { name: string };
    tax_behavior?: "exclusive" | "inclusive" | "unspecified";
    unit_amount: number;
  };
  quantity: number;
}

type AskedLine = Partial<GivenLine> & { price?: string; quantity: number };

/** The line with its price: told in the line itself, or looked up. */
export function pricedLine(sandbox: Sandbox, line: AskedLine, index: number): GivenLine {
  const { price, price_data, quantity } = line;
  const param = `line_items[${index}]`;
  if (price_data && !price) return { price_data, quantity };
  if (price === undefined) {
    const missing = `${param}[price_data]`;
    throw invalidRequest(`Missing required param: ${missing}.`, "parameter_missing", missing);
  }
  const { currency, unit_amount, product } = findPrice(sandbox, price, `${param}[price]`);
  const name = sandbox.store.get("products", String(product))?.name ?? "";
  return {
    price_data: { currency, product_data: { name }, unit_amount: unit_amount ?? 0 },
    quantity,
  };
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
    currency: price_data.currency,
    description: price_data.product_data.name,
    metadata: {},
    price: {
      id: newId("price"),
      object: "price",
      active: false,
      billing_scheme: "per_unit",
      created,
      currency: price_data.currency,
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
