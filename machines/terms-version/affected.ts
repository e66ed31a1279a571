import type { SpreadScope } from "../engine/spread.ts";

/** The document that is the terms of service (約款); every other one is a menu's specification. */
export const termsOfService = "terms";

/**
 * The contracts that a change of a document touches (A3.2): every order and contract for the terms of
 * service, those with the menu for its specification (仕様書).
 */
export function affectedBy(document: string): SpreadScope {
  const statuses = ["submitted", "accepted", "preparing", "active"];
  return { to: "contract", statuses, menus: document === termsOfService ? null : [document] };
}
