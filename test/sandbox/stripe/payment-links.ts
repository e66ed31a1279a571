import { newId } from "../identifiers.ts";
import { endpoint } from "./call.ts";
import { noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { flag, hash, integer, list, metadata, optional, required, text } from "./parameters.ts";
import { findPrice } from "./products.ts";

const LINE = hash({ price: required(text()), quantity: required(integer(1)) });

/** A link that another system on the account sells by: kept and told of, but not to be paid here. */
export const createPaymentLink = endpoint(
  { line_items: required(list(LINE, 20)), metadata: optional(metadata) },
  (call, parameters) => {
    const { sandbox } = call;
    const prices = parameters.line_items.map(({ price }, index) =>
      findPrice(sandbox, price, `line_items[${index}][price]`),
    );
    const id = newId("plink");
    const link = {
      id,
      object: "payment_link",
      active: true,
      allow_promotion_codes: false,
      application_fee_amount: null,
      currency: prices[0]?.currency ?? "jpy",
      livemode: false,
      metadata: parameters.metadata ?? {},
      payment_method_types: null,
      submit_type: "auto",
      url: `${sandbox.origin}/c/link/${id}`,
    };
    sandbox.store.put("paymentLinks", link);
    emit(sandbox, call, "payment_link.created", link);
    return link;
  },
);

export const updatePaymentLink = endpoint(
  {
    active: optional(flag),
    allow_promotion_codes: optional(flag),
    metadata: optional(metadata),
  },
  (call, { active, allow_promotion_codes, metadata: notes }) => {
    const { sandbox, id } = call;
    const before = sandbox.store.get("paymentLinks", id("link"));
    if (!before) throw noSuch("payment_link", id("link"), "payment_link");
    const link = {
      ...before,
      active: active ?? before.active,
      allow_promotion_codes: allow_promotion_codes ?? before.allow_promotion_codes,
      metadata: { ...before.metadata, ...notes },
    };
    sandbox.store.put("paymentLinks", link);
    emit(sandbox, call, "payment_link.updated", link, {
      allow_promotion_codes: before.allow_promotion_codes,
    });
    return link;
  },
);
