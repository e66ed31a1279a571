import { invalidRequest } from "./errors.ts";

/** A form value: text, or what stood in brackets behind the name. */
export type FormNode = string | Map<string, FormNode>;

/**
 * Decodes `application/x-www-form-urlencoded` with Stripe's brackets: `a[b][0]=x`, `a[]=x`.
 * Throws a 400 when a name is used both as a value and as a hash, or when brackets don't close.
 */
export function decodeForm(text: string): Map<string, FormNode> {
  const root = new Map<string, FormNode>();
  for (const [name, value] of new URLSearchParams(text)) insert(root, name, value);
  return root;
}

function insert(root: Map<string, FormNode>, name: string, value: string): void {
  const keys = splitName(name);
  const last = keys.pop() ?? "";
  let node = root;
  for (const key of keys) node = child(node, key, name);
  const key = last === "" ? String(node.size) : last;
  if (node.get(key) instanceof Map) throw conflict(name);
  node.set(key, value);
}

function child(node: Map<string, FormNode>, name: string, whole: string): Map<string, FormNode> {
  const key = name === "" ? String(node.size) : name;
  const found = node.get(key) ?? new Map<string, FormNode>();
  if (typeof found === "string") throw conflict(whole);
  node.set(key, found);
  return found;
}

function splitName(name: string): string[] {
  const parts = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!parts) throw invalidRequest(`Invalid parameter name: ${name}`, "parameter_unknown", name);
  const inner = [...(parts[2] ?? "").matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? "");
  return [parts[1] ?? "", ...inner];
}

function conflict(name: string): Error {
  return invalidRequest(
    `Parameter ${name} is given both as a value and as a hash`,
    undefined,
    name,
  );
}
