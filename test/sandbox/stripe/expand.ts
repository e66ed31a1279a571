import type { Sandbox } from "../sandbox.ts";
import { refundsOfCharge } from "./charges.ts";
import { invalidRequest } from "./errors.ts";
import { lookUp } from "./lookup.ts";
import { lineItemsOfSession } from "./sessions.ts";

const DEEPEST = 4;

type Plain = Record<string, unknown>;

/**
 * Replaces ids by their objects along each path (`payment_intent.latest_charge`, and
 * `data.balance_transaction` in lists). Throws a 400 for a property that cannot be expanded.
 */
export function expandObject(sandbox: Sandbox, object: object, paths: string[]): object {
  let result = object as Plain;
  for (const path of paths) {
    const keys = path.split(".");
    if (keys.length > DEEPEST) {
      throw invalidRequest(`You cannot expand more than ${DEEPEST} levels of a property: ${path}`);
    }
    result = expandPath(sandbox, result, keys, path);
  }
  return result;
}

function expandPath(sandbox: Sandbox, object: Plain, keys: string[], path: string): Plain {
  const [key = "", ...rest] = keys;
  const value = object[key] ?? included(sandbox, object, key);
  if (value === undefined) {
    throw invalidRequest(`This property cannot be expanded (${path}).`, undefined, "expand[]");
  }
  return { ...object, [key]: expandValue(sandbox, value, rest, path) };
}

function expandValue(sandbox: Sandbox, value: unknown, rest: string[], path: string): unknown {
  if (value === null) return null;
  const found = typeof value === "string" ? lookUp(sandbox, value) : value;
  if (typeof found !== "object" || found === null) {
    throw invalidRequest(`This property cannot be expanded (${path}).`, undefined, "expand[]");
  }
  if (rest.length === 0) return found;
  if (Array.isArray(found)) {
    return found.map((item: Plain) => expandPath(sandbox, item, rest, path));
  }
  return expandPath(sandbox, found as Plain, rest, path);
}

/** Sub-lists that an object shows on request only; null stays null. */
function included(sandbox: Sandbox, object: Plain, key: string): unknown {
  const id = String(object["id"]);
  if (object["object"] === "checkout.session" && key === "line_items") {
    return lineItemsOfSession(sandbox, id);
  }
  if (object["object"] === "charge" && key === "refunds") return refundsOfCharge(sandbox, id);
  return Object.hasOwn(object, key) ? null : undefined;
}
