import type { Sandbox } from "../sandbox.ts";
import { decodeForm } from "./form.ts";
import {
  hash,
  list,
  optional,
  type Parameters,
  type Parser,
  type Shape,
  text,
} from "./parameters.ts";

/** A request that passed the key check. */
export interface Call {
  sandbox: Sandbox;
  id: (name: string) => string;
  /** The request path, which lists repeat as their `url`. */
  path: string;
  requestId: string;
  idempotencyKey: string | null;
  /** The `Stripe-Version` header; null where the account's default holds, as for the Stripe CLI. */
  version: string | null;
}

/**
 * Does the work, inside a transaction, and returns the object to answer with. What it throws undoes
 * the work; an ApiError that it returns, such as a declined card, leaves what it did.
 */
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
 * because a failed check leaves no trace under the idempotency key while failed work does. What only
 * older versions of the API take, `older`, is refused where a request names its version.
 */
export function endpoint<S extends Shape, O extends Shape = Record<never, never>>(
  shape: S,
  run: (call: Call, parameters: Parameters<S & O>) => object,
  older?: O,
): Endpoint {
  const parse: Parser<object> = hash({ ...shape, ...EXPAND });
  const parseOlder: Parser<object> = hash({ ...shape, ...older, ...EXPAND });
  return (call, form) => {
    const parameters = (call.version === null ? parseOlder : parse)(decodeForm(form), "");
    const { expand = [] } = parameters as { expand?: string[] };
    return { expand, work: () => run(call, parameters as Parameters<S & O>) };
  };
}
