import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { findPresentCard } from "#db/queries/cards/find-card.ts";

/**
 * Removes the customer's card: nothing is paid by itself any more, and it is taken off at Stripe.
 *
 * @throws Problem `notFound` where there is none, `notAllowed` for a role that does not pay
 */
export async function removeCard(principal: Principal): Promise<void> {
  const { customerId, actor } = asMember(principal);
  const portal = currentPortal();
  const card = await portal.database.transaction({ role: "portal_app", customerId }, (tx) =>
    findPresentCard(tx, customerId),
  );
  if (!card) throw new Problem("notFound", "no card is saved");
  accepted(
    await portal.dispatch({
      ...{ customerId, machineId: card.cardId, kind: "card", commandId: "remove", actor },
      receivedAt: principal.receivedAt,
      event: { type: "remove" },
    }),
  );
}
