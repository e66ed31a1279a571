import type { Principal } from "#app/usecases/principal.ts";
import { sendAsOperations, type StaffTarget } from "./staff-command.ts";

/**
 * Sets the day on which the service starts (開始日, A5.5). The day wished for is fixed at once;
 * another is proposed and needs the customer's confirmation. Returns which of the two happened.
 *
 * @param startDay ISO day, today or later
 * @throws Problem `notFound`, or `conflict` where the contract takes no start day now
 */
export async function setStartDay(
  principal: Principal,
  target: StaffTarget,
  startDay: string,
): Promise<"fixed" | "proposed"> {
  const state = await sendAsOperations(principal, target, { type: "setStart", startDay });
  return state === "preparing" ? "fixed" : "proposed";
}
