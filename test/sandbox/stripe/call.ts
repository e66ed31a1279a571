import type { Sandbox } from "../sandbox.ts";
import { decodeForm } from "./form.ts";
import { hash, list, optional, type Parameters, type Shape, text } from "./parameters.ts";

/** A request that passed the key check. */
export interface Call {
  sandbox: Sandbox;
  id: (name: string) => string;
  /** The request path, which lists repeat as their `url`. */
  path: string;
  requestId: string;
  idempotencyKey: string | null;
}

/** Does the work, inside a transaction, and returns the object to answer with. */
export type Work = () => object;

/** What a request asks to be expanded, and its work, not yet started. */
export interface Prepared {
  expand: string[];
  work: Work;
}

/** Parses the parameters (throwing Stripe's 400) and hands back the work. */
export type Endpoint = (call: Call, form: string) => Prepared;

const EXPAND = { expand: optional(list(text(), 20)) };

/**
 * An endpoint with exactly these parameters, besides `expand`. Checking comes apart from working
 * because a failed check leaves no trace under the idempotency key while failed work does.
 */
export function endpoint<S extends Shape>(
  shape: S,
  run: (call: Call, parameters: Parameters<S>) => object,
): Endpoint {
  const parse = hash({ ...shape, ...EXPAND });
  return (call, form) => {
    const parameters = parse(decodeForm(form), "");
    const expand = (parameters as { expand?: string[] }).expand ?? [];
    return { expand, work: () => run(call, parameters as Parameters<S>) };
  };
}
