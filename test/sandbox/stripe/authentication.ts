import type { Card } from "../store/tables.ts";
import { testCard } from "./test-cards.ts";

/** How 3-D Secure comes into a charge: by a page, unseen, or not at all. */
export type Authentication = "challenge" | "frictionless" | null;

/**
 * What the card's issuer wants of a charge or of saving the card.
 *
 * @param requested `request_three_d_secure` of the intent
 */
export function wantedAuthentication(
  card: Card,
  requested: string | null | undefined,
  offSession: boolean,
): Authentication {
  const { authentication } = testCard(card.card);
  const wants =
    authentication === "always" ||
    (authentication === "untilSetUp" && !(card.set_up && offSession)) ||
    (authentication === "onSession" && !offSession);
  if (wants) return "challenge";
  // Without the cardholder there is nobody whom a request could bring before a page.
  if (offSession) return null;
  if (requested === "challenge") return "challenge";
  return requested === "any" ? "frictionless" : null;
}
