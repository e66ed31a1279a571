import { loanIdOf } from "#machines/device/loan-id.ts";
import type { Sender } from "#machines/engine/actor.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { daysAfter } from "#test/helpers/day-by-day.ts";
import { move, type Move } from "./move.ts";
import { movesAt } from "./moves.ts";
import type { Place } from "./place.ts";
import { added, customerId, noteId } from "./subject.ts";

/** The loan of the option that was added later. */
export const loan = machineOf("device", customerId, loanIdOf(added.machineId));

const serialNumber = "VPN-0001";
const parcel = { carrier: "yamato", trackingNumber: "1234-5678" };
const simple = [
  ...(["unallocate", "approveRelocation", "refuseRelocation", "startRepair"] as const),
  ...(["startReplacement", "closeFault", "takeIn", "dismissLoss", "startRecovery"] as const),
];
const customers = ["confirmInstallation", "withdrawRelocation", "beginMove", "reportFault"];
/** Of the contract's own moves: an end of contract or option, payment, and what is settled after the end. */
const others = [
  ...["cancel 1", "added option: cancel", "pay 0", "pay 1"],
  ...["devicesSettled", "dataErased", "materialsSettled"],
];

/** Everything that anybody may try with a lent device and the contract around it. */
export function deviceMovesAt(place: Place): Move[] {
  const { today } = place.facts;
  const say = (name: string, sender: Sender, event: MachineEvent) =>
    move(`device: ${name}`, sender as "owner", loan, event);
  const { charges = [] } = place.facts.loans[0]?.context ?? {};
  return [
    say("allocate", "machine", { type: "allocate", stockDeviceId: noteId, serialNumber }),
    say("ship", "operations", { type: "ship", siteId: noteId, ...parcel }),
    ...simple.map((type) => say(type, "operations", { type, noteId })),
    ...customers.map((type) => say(type, "owner", { type, noteId })),
    say("confirmDelivery", "owner", { type: "confirmDelivery", deliveredOn: today }),
    say("requestRelocation", "owner", {
      ...{ type: "requestRelocation", relocationId: noteId, siteId: noteId },
      wishedDay: daysAfter(today, 20),
    }),
    say("confirmMove", "owner", { type: "confirmMove", movedOn: today }),
    say("reportLoss", "owner", { type: "reportLoss", noteId, lostOn: today }),
    ...(["customer", "operator"] as const).flatMap((finding) => [
      say(`loseInTransit, ${finding}`, "operations", { type: "loseInTransit", finding }),
      say(`confirmLoss, ${finding}`, "operations", { type: "confirmLoss", finding }),
    ]),
    say("find", "owner", { type: "find", foundOn: today }),
    say("handToCarrier", "owner", { type: "handToCarrier", handedOn: today, ...parcel }),
    say("receive", "operations", { type: "receive", backOn: today }),
    say("recover", "operations", { type: "recover", backOn: today }),
    ...[true, false].map((isDamaged) =>
      say(`check, damaged: ${isDamaged}`, "operations", { type: "check", isDamaged }),
    ),
    ...charges
      .slice(0, 1)
      .map(({ chargeNo }) =>
        say("settleCharge", "finance", { type: "settleCharge", chargeNo, by: "waiver", noteId }),
      ),
    ...movesAt(place).filter(({ name }) => others.includes(name)),
  ];
}
