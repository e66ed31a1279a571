import { redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { confirmCard } from "#app/usecases/cards/confirm-card.ts";
import type { Route } from "./+types/card-saved.ts";

/** `GET /portal/card/saved/:cardId`: where Stripe sends the browser; what has become of it is asked there. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const standing = await answer(() => confirmCard(principalOf(context), params.cardId));
  return redirect(`/portal/card?result=${standing}`, 303);
}
