import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { previewCancellation, type CancellationWish } from "./preview-cancellation.ts";

/**
 * Gives notice of a contract (解約の申出, A10.2, A17.1) for the end day that was shown.
 *
 * @param shownEndDay ISO day that the person confirmed
 * @throws Problem `conflict` where notice now leads to another day: show it and ask again
 */
export async function cancelContract(
  principal: Principal,
  contractId: string,
  wish: CancellationWish,
  shownEndDay: string,
  commandId: string,
): Promise<void> {
  const { customerId, actor } = asMember(principal);
  const { preview } = await previewCancellation(principal, contractId, wish);
  if (preview?.endDay !== shownEndDay) {
    throw new Problem("conflict", `the end is ${preview?.endDay}, not ${shownEndDay} as shown`);
  }
  const outcome = await currentPortal().dispatch({
    customerId,
    machineId: contractId,
    kind: "contract",
    commandId,
    actor,
    receivedAt: principal.receivedAt,
    event: { type: "cancel", wish: wish === "term" ? null : wish },
  });
  accepted(outcome);
}
