import { contractDefinition } from "./contract/definition.ts";
import { hashOfDefinition } from "./engine/definition-hash.ts";
import type { AnyDefinition } from "./engine/definition.ts";
import type { MachineKind } from "./engine/outgoing.ts";
import { invoiceDefinition } from "./invoice/definition.ts";
import { optionDefinition } from "./option/option.ts";
import { paymentDefinition } from "./payment/definition.ts";

/** Every kind of machine that the portal runs. */
export const definitions = {
  contract: contractDefinition,
  option: optionDefinition,
  invoice: invoiceDefinition,
  payment: paymentDefinition,
} as unknown as Readonly<Record<MachineKind, AnyDefinition>>;

const hashes = Object.fromEntries(
  Object.entries(definitions).map(([kind, definition]) => [kind, hashOfDefinition(definition)]),
);

/** The hash of a kind's chart, stored beside every snapshot that it made. */
export function definitionHash(kind: string): string {
  const hash = hashes[kind];
  if (!hash) throw new Error(`There is no machine of the kind ${kind}.`);
  return hash;
}
