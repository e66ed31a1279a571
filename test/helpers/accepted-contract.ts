import { newIdentifier } from "#app/identifier.ts";
import { sendAsOperations } from "#app/usecases/contracts/staff-command.ts";
import { placeOrder } from "./orders.ts";
import type { TestPortal } from "./portal.ts";

/** A contract that is accepted and starts on a day (ISO); options by their codes. Returns its id. */
export async function acceptedContract(
  fixture: TestPortal,
  customerId: string,
  startDay: string,
  options: string[] = [],
): Promise<string> {
  const contractId = await placeOrder(await fixture.member(customerId), startDay, options);
  for (const event of [
    { type: "verifyMaintenance" },
    { type: "accept" },
    { type: "setStart", startDay },
  ]) {
    const target = { customerId, contractId, clickId: newIdentifier() };
    await sendAsOperations(await fixture.staff(), target, event);
  }
  return contractId;
}
