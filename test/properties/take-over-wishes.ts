import { dayOf } from "#machines/calendar.ts";
import { handedOver } from "#machines/consent-request/handed-over.ts";
import { successorOf } from "#machines/consent-request/successor.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { DeviceContext } from "#machines/device/context.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

/** A contract that another customer hands over, just like one that this customer has at the time. */
export function takingOver({ part, customerId, pick, day }: Occasion): Wish[] {
  const contracts = machinesOf<ContractContext>(part, "contract").filter(
    ({ snapshot: { value } }) =>
      value === "preparing" || (typeof value === "object" && "active" in value),
  );
  if (contracts.length === 0) return [];
  const [{ machineId, snapshot }] = choose(contracts, Math.floor(pick / 13));
  const options = new Map(
    machinesOf<OptionContext>(part, "option").map((option) => [
      option.machineId,
      option.snapshot.context,
    ]),
  );
  const takeOverId = derivedId(machineId, `take-over ${part.events.length}`);
  const lastDay = dayOf(day).subtract({ days: 1 }).toString();
  const loans = new Map(
    machinesOf<DeviceContext>(part, "device").map(({ snapshot: { context } }) => [
      context.optionId,
      context,
    ]),
  );
  const to = { takeOverId, customerId, lastDay, maintenanceVerifiedOn: day };
  const handed = handedOver(snapshot.context, { options, loans }, to);
  if (!handed) return [];
  const successor = machineOf("contract", customerId, successorOf(takeOverId));
  const actor = { kind: "machine", machineId: takeOverId } as const;
  return [{ ...successor, actor, event: { type: "takeOver", ...handed } }];
}
