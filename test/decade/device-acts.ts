import type { DeviceContext } from "#machines/device/context.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { Live } from "#test/exploration/invariants/facts.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { daysAfter } from "#test/helpers/day-by-day.ts";
import { atHour, say, sendCommand } from "./life.ts";
import type { Occasion } from "./occasion.ts";

type Loan = Live<DeviceContext>;

const parcel = { carrier: "yamato", trackingNumber: "1234-5678" };
const targetOf = ({ who }: Occasion, { machineId }: Loan) =>
  machineOf("device", who.customerId, machineId);

/** Something that is tried in so many of a hundred cases. */
type Chance = [percent: number, event: MachineEvent];

/** Tries the first of some things that comes to mind. */
function tryOne(
  occasion: Occasion,
  loan: Loan,
  sender: "owner" | "operations" | "finance",
  chances: readonly Chance[],
): void {
  const { decade, who, hour } = occasion;
  const found = chances.find(([percent]) => who.chance.happens(percent));
  if (found) say(decade, hour, sender, targetOf(occasion, loan), found[1]);
}

/** The stock, which is the operator's, gives a device of which there is one number only. */
function allocate({ decade, who, hour }: Occasion, { machineId }: Loan): void {
  decade.sent += 1;
  const name = `device ${decade.sent}`;
  const event = {
    ...{ type: "allocate", stockDeviceId: derivedId(operatorCustomerId, name) },
    serialNumber: `VPN-${String(decade.sent).padStart(6, "0")}`,
  };
  sendCommand(decade, {
    ...machineOf("device", who.customerId, machineId),
    ...{ commandId: name, event, receivedAt: atHour(decade, hour) },
    actor: { kind: "machine", machineId: event.stockDeviceId },
  });
}

/** What operations do about a device that is with the customer. */
function lentChances({ regions, context }: Loan, noteId: string): Chance[] {
  const { relocation, fault } = regions;
  return [
    ...(context.loss ? [[90, { type: "confirmLoss", finding: "customer" }] satisfies Chance] : []),
    ...(relocation === "requested"
      ? ([
          [60, { type: "approveRelocation", noteId }],
          [60, { type: "refuseRelocation", noteId }],
        ] satisfies Chance[])
      : []),
    ...(fault === "reported"
      ? ([
          [50, { type: "startRepair" }],
          [60, { type: "startReplacement" }],
        ] satisfies Chance[])
      : []),
    ...(fault === "repairing" ? [[70, { type: "closeFault" }] satisfies Chance] : []),
    ...(fault === "replacing" ? [[70, { type: "takeIn" }] satisfies Chance] : []),
  ];
}

/** What staff do about the devices of a customer. */
export function staffDeviceActs(occasion: Occasion): void {
  const { who, facts } = occasion;
  const noteId = derivedId(who.customerId, "note");
  const backOn = facts.today;
  for (const loan of facts.loans) {
    const { state, context } = loan;
    const [charge] = context.charges;
    const byState: Record<string, readonly Chance[]> = {
      allocated: [
        [80, { type: "ship", siteId: noteId, ...parcel }],
        [10, { type: "unallocate" }],
      ],
      shipped: [
        [6, { type: "loseInTransit", finding: "operator" }],
        [3, { type: "loseInTransit", finding: "customer" }],
      ],
      lent: lentChances(loan, noteId),
      recalled: [[50, { type: "receive", backOn }]],
      returnDue: [[40, { type: "startRecovery" }]],
      returning: [[90, { type: "receive", backOn }]],
      recovering: [[70, { type: "recover", backOn }]],
      returned: [[90, { type: "check", isDamaged: who.chance.happens(10) }]],
      recovered: [[90, { type: "check", isDamaged: who.chance.happens(30) }]],
    };
    if (state === "waiting" && who.chance.happens(70)) allocate(occasion, loan);
    tryOne(occasion, loan, "operations", byState[state] ?? []);
    if (!charge) continue;
    const settles = { type: "settleCharge", chargeNo: charge.chargeNo, by: "waiver", noteId };
    tryOne(occasion, loan, "finance", [[60, settles]]);
  }
}

/** What the customer does with its devices. */
export function customerDeviceActs(occasion: Occasion): void {
  const { who, facts } = occasion;
  const { today } = facts;
  const noteId = derivedId(who.customerId, "note");
  for (const loan of facts.loans) {
    const { state, regions } = loan;
    const move: Record<string, Chance[]> = {
      none: [
        [
          4,
          {
            ...{ type: "requestRelocation", relocationId: noteId, siteId: noteId },
            wishedDay: daysAfter(today, 30),
          },
        ],
      ],
      requested: [[10, { type: "withdrawRelocation" }]],
      approved: [[70, { type: "beginMove" }]],
      moving: [[80, { type: "confirmMove", movedOn: today }]],
    };
    const byState: Record<string, readonly Chance[]> = {
      shipped: [[85, { type: "confirmDelivery", deliveredOn: today }]],
      lent: [
        ...(regions["stage"] === "delivered"
          ? [[80, { type: "confirmInstallation" }] satisfies Chance]
          : []),
        ...(move[String(regions["relocation"])] ?? []),
        [3, { type: "reportFault", noteId }],
      ],
      recalled: [[40, { type: "confirmDelivery", deliveredOn: today }]],
      returnDue: [[60, { type: "handToCarrier", handedOn: today, ...parcel }]],
      lost: [[3, { type: "find", foundOn: today }]],
    };
    tryOne(occasion, loan, "owner", byState[state] ?? []);
    if (state === "lent") loseOne(occasion, loan, noteId);
  }
}

/** A device is lost at times; staff look at once, so that no term begins before they say who answers for it. */
function loseOne(occasion: Occasion, loan: Loan, noteId: string): void {
  const { decade, who, facts, hour } = occasion;
  const ends = facts.contracts.map(({ context }) => context.term?.end);
  if (!who.chance.happens(2) || ends.includes(facts.today)) return;
  const target = targetOf(occasion, loan);
  const lost = { type: "reportLoss", noteId, lostOn: facts.today };
  if (!say(decade, hour, "owner", target, lost)) return;
  const finding = who.chance.happens(70) ? "customer" : "operator";
  say(decade, hour, "operations", target, { type: "confirmLoss", finding });
}
