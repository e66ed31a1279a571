import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { patiently } from "#app/usecases/payments/patiently.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import {
  findUnopenedCard,
  writeCardConsent,
  type CardConsentRow,
} from "#db/queries/cards/find-card.ts";
import { readCustomerLocale } from "#db/queries/money/customer-locale.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { ensureStripeCustomer } from "./stripe-customer.ts";

/** The version of the wording by which automatic payment is consented to. */
export const cardConsentVersion = "2026-04-01";

/** How long the page at Stripe stays open; Stripe allows half an hour to a day. */
const sessionMinutes = 60;

/** How long a card whose page was never opened is gone on with. */
const reuseMinutes = 25;

/**
 * Where the click on "save a card" leads.
 * - `checkout`: to Stripe's page
 * - `notAgreed`: nothing was consented to
 * - `unavailable`: Stripe can't be reached; the same click again goes on where this one stopped
 */
export type CardSaving =
  | { kind: "checkout"; url: string }
  | { kind: "notAgreed" }
  | { kind: "unavailable" };

function send(
  principal: Principal,
  cardId: string,
  sender: "member" | "portal",
  event: MachineEvent,
) {
  const { customerId, actor } = asMember(principal);
  return currentPortal().dispatch({
    ...{ customerId, machineId: cardId, kind: "card", commandId: event.type, event },
    actor: sender === "member" ? actor : { kind: "portal" },
    receivedAt: principal.receivedAt,
  });
}

/** Writes the consent down and begins a card; one whose page was never opened is gone on with. */
async function begin(principal: Principal, wording: string): Promise<CardConsentRow> {
  const { customerId } = asMember(principal);
  const { database } = currentPortal();
  const { userId, ipAddress, receivedAt } = principal;
  const unopened = await database.transaction({ role: "portal_engine" }, (tx) =>
    findUnopenedCard(tx, { customerId, userId }),
  );
  const reusableFrom = Date.parse(receivedAt) - reuseMinutes * 60_000;
  if (unopened && unopened.consentedAt.getTime() > reusableFrom) return unopened;
  const cardId = newIdentifier();
  const event = { type: "save", consentVersion: cardConsentVersion };
  accepted(await send(principal, cardId, "member", event));
  const consent = {
    ...{ customerId, cardId, wording, userId, ipAddress, textVersion: cardConsentVersion },
    consentedAt: new Date(receivedAt),
  };
  await database.transaction({ role: "portal_engine" }, (tx) => writeCardConsent(tx, consent));
  return consent;
}

async function openPage(
  principal: Principal,
  { customerId, cardId, consentedAt }: CardConsentRow,
): Promise<CardSaving> {
  const { database, payments, appUrl } = currentPortal();
  const stripeCustomerId = await ensureStripeCustomer(customerId);
  const locale = await database.transaction({ role: "portal_app", customerId }, (tx) =>
    readCustomerLocale(tx, customerId),
  );
  // From the consent on, so that the same card is asked for in the same words.
  const expiresAt = new Date(consentedAt.getTime() + sessionMinutes * 60_000);
  const answer = await patiently(() =>
    payments.openSetup({
      ...{ cardId, customerId, stripeCustomerId, locale },
      expiresAt: expiresAt.toISOString(),
      successUrl: `${appUrl}/portal/card/saved/${cardId}`,
      cancelUrl: `${appUrl}/portal/card`,
    }),
  );
  if (answer.outcome === "refused") {
    // The same card can't be asked for again, so that the next click begins another one.
    await send(principal, cardId, "portal", { type: "sessionRefused", code: answer.code });
    return { kind: "unavailable" };
  }
  if (answer.outcome !== "done" || answer.value.url === null) return { kind: "unavailable" };
  const { sessionId, url } = answer.value;
  const opened = { type: "sessionOpened", sessionId, expiresAt: answer.value.expiresAt };
  await send(principal, cardId, "portal", opened);
  return { kind: "checkout", url };
}

/**
 * Consents to automatic payment and leads to the page at Stripe on which the card is entered and
 * authenticated. It becomes the customer's card once Stripe says so.
 *
 * @param wording the consent's text as it was shown
 * @throws Problem `notAllowed` for a role that does not pay, `tooLate` for a click that waited too long
 */
export async function saveCard(
  principal: Principal,
  typed: { agreed: boolean; wording: string },
): Promise<CardSaving> {
  if (!typed.agreed) return { kind: "notAgreed" };
  const consent = await begin(principal, typed.wording);
  try {
    return await openPage(principal, consent);
  } catch (error) {
    if (error instanceof Problem && error.code === "unavailable") return { kind: "unavailable" };
    throw error;
  }
}
