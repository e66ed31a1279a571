import type { SpreadScope } from "../engine/spread.ts";

/** The document that is the terms of service (約款); every other one is a menu's specification. */
export const termsOfService = "terms";

/** A contract from its formation to its end. */
const contracts = ["accepted", "preparing", "active"] as const;

/**
 * The contracts that a change of a document touches (A3.2): all for the terms of service, those with
 * the menu for its specification (仕様書).
 */
export function affectedBy(document: string): SpreadScope {
  const menus = document === termsOfService ? null : [document];
  return { to: "contract", statuses: contracts, menus };
}

/**
 * Whom a version meets when it comes to bind: the contracts, and for the terms of service the orders
 * that wait for the operator's decision, since they consented to other terms (A5.1).
 */
export function boundBy(document: string): SpreadScope {
  const affected = affectedBy(document);
  if (document !== termsOfService) return affected;
  return { to: "contract", statuses: ["submitted", ...contracts], menus: null };
}
