import { invalidRequest } from "./errors.ts";
import type { FormNode } from "./form.ts";

/** Turns a form value into a typed one, or throws Stripe's 400 that names the parameter. */
export type Parser<T> = (node: FormNode, path: string) => T;

interface Field<T> {
  parse: Parser<T>;
  required: boolean;
}

export type Shape = Record<string, Field<unknown>>;
type Value<F> = F extends Field<infer T> ? T : never;
export type Parameters<S extends Shape> = { [K in keyof S]: Value<S[K]> };

export function required<T>(parse: Parser<T>): Field<T> {
  return { parse, required: true };
}

export function optional<T>(parse: Parser<T>): Field<T | undefined> {
  return { parse, required: false };
}

/** A hash with exactly these parameters: missing and unknown ones are refused. */
export function hash<S extends Shape>(shape: S): Parser<Parameters<S>> {
  return (node, path) => {
    if (typeof node === "string") throw invalidRequest(`Invalid object`, undefined, path);
    for (const key of node.keys()) {
      if (!Object.hasOwn(shape, key)) {
        const param = inside(path, key);
        throw invalidRequest(`Received unknown parameter: ${param}`, "parameter_unknown", param);
      }
    }
    const result: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(shape)) {
      const param = inside(path, key);
      const value = node.get(key);
      if (value !== undefined) result[key] = field.parse(value, param);
      else if (field.required) {
        throw invalidRequest(`Missing required param: ${param}.`, "parameter_missing", param);
      }
    }
    return result as Parameters<S>;
  };
}

export function text(longest = 5000): Parser<string> {
  return (node, path) => {
    if (typeof node !== "string") throw invalidRequest("Invalid string", undefined, path);
    if (node === "") throw emptyString(path);
    if (node.length > longest) {
      throw invalidRequest(
        `Invalid string: must be at most ${longest} characters`,
        "parameter_invalid_string",
        path,
      );
    }
    return node;
  };
}

export function oneOf<const T extends string>(...values: T[]): Parser<T> {
  return (node, path) => {
    const found = values.find((value) => value === node);
    if (found) return found;
    throw invalidRequest(`Invalid ${path}: must be one of ${values.join(", ")}`, undefined, path);
  };
}

/** A whole number not below `least`. Decimals, exponents and spaces are refused, as Stripe does. */
export function integer(least = 0): Parser<number> {
  return (node, path) => {
    const value = typeof node === "string" && /^-?\d+$/.test(node) ? Number(node) : Number.NaN;
    if (node === "") throw emptyString(path);
    if (!Number.isSafeInteger(value)) {
      const shown = typeof node === "string" ? node : "a hash";
      throw invalidRequest(`Invalid integer: ${shown}`, "parameter_invalid_integer", path);
    }
    if (value < least) {
      const message = least === 0 ? "Invalid non-negative integer" : `Must be at least ${least}`;
      throw invalidRequest(message, "parameter_invalid_integer", path);
    }
    return value;
  };
}

export const flag: Parser<boolean> = (node, path) => {
  if (node === "true" || node === "false") return node === "true";
  throw invalidRequest(
    `Invalid boolean: ${typeof node === "string" ? node : "hash"}`,
    undefined,
    path,
  );
};

/** `a[0]=…&a[1]=…`, numbered without gaps. */
export function list<T>(item: Parser<T>, longest = 100): Parser<T[]> {
  return (node, path) => {
    const isList =
      typeof node !== "string" && [...node.keys()].every((key, index) => key === String(index));
    if (!isList) throw invalidRequest("Invalid array", undefined, path);
    if (node.size > longest) throw invalidRequest(`Array longer than ${longest}`, undefined, path);
    return [...node.values()].map((value, index) => item(value, inside(path, String(index))));
  };
}

/** Metadata: at most 50 keys of 40 characters with values of 500; an empty value is dropped. */
export const metadata: Parser<Record<string, string>> = (node, path) => {
  if (node === "") return {};
  if (typeof node === "string") throw invalidRequest("Invalid object", undefined, path);
  if (node.size > 50) throw invalidRequest("Metadata can have at most 50 keys", undefined, path);
  const result: Record<string, string> = {};
  for (const [key, value] of node) {
    const param = inside(path, key);
    if (typeof value !== "string") throw invalidRequest("Invalid string", undefined, param);
    if (key.length > 40 || value.length > 500) {
      throw invalidRequest(
        "Metadata allows keys of 40 and values of 500 characters",
        undefined,
        param,
      );
    }
    if (value !== "") result[key] = value;
  }
  return result;
};

/** A web address with http or https, as Stripe asks of redirect targets. */
export const webAddress: Parser<string> = (node, path) => {
  const value = text()(node, path);
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw invalidRequest("Not a valid URL", "url_invalid", path);
  }
  return value;
};

export const emailAddress: Parser<string> = (node, path) => {
  const value = text(512)(node, path);
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return value;
  throw invalidRequest(`Invalid email address: ${value}`, "email_invalid", path);
};

function inside(path: string, key: string): string {
  return path === "" ? key : `${path}[${key}]`;
}

function emptyString(path: string): Error {
  return invalidRequest(
    `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`,
    "parameter_invalid_empty",
    path,
  );
}
