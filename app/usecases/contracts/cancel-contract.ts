import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { asNoticeWish, type TypedWish } from "./cancellation-wish.ts";
import { previewCancellation } from "./preview-cancellation.ts";

/**
 * Gives notice of a contract (解約の申出, A10.2, A17.1) for the end day that was shown.
 *
 * @param shownEndDay ISO day that the person confirmed
 * @throws Problem `conflict` where notice now leads to another day or none: show it and ask again;
 *   `notFound` for a contract of somebody else, `notAllowed` for all but the owner
 */
export async function cancelContract(
  principal: Principal,
  contractId: string,
  typed: TypedWish,
  shownEndDay: string,
  commandId: string,
): Promise<void> {
  const { customerId, actor } = asMember(principal);
  const { preview, problem } = await previewCancellation(principal, contractId, typed);
  if (!preview) throw new Problem("invalid", `no such wish: ${problem?.problem ?? "none"}`);
  if (preview.endDay !== shownEndDay) {
    throw new Problem("conflict", `the end is ${preview.endDay}, not ${shownEndDay} as shown`);
  }
  const outcome = await currentPortal().dispatch({
    customerId,
    machineId: contractId,
    kind: "contract",
    commandId,
    actor,
    receivedAt: principal.receivedAt,
    event: { type: "cancel", wish: asNoticeWish(preview.wish) },
  });
  accepted(outcome);
}
