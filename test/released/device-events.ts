import type { DeviceContext } from "#machines/device/context.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { subjectId } from "#test/helpers/given.ts";

const otherId = "0199aaaa-0000-7000-8000-0000000000f1";
const names = { optionId: otherId, contractId: otherId, menuCode: "NDR-MVPN" };
const parcel = { carrier: "yamato", trackingNumber: "1234-5678-9012" };
/** The day of the walk: what is said to have happened did so by then. */
const day = "2025-03-05";

const say = (types: readonly string[], members: object = {}): MachineEvent[] =>
  types.map((type) => ({ type, ...members }));

const [past, coming] = ["2025-01-05", "2026-12-01"];

/** What is said to have happened on a day that can be, and on one that is to come. */
const happened = (type: string, name: string, more: object = {}) =>
  [day, coming].flatMap((one) => say([type], { ...more, [name]: one }));

const loan = {
  ...{ customerId: otherId, openedOn: "2025-03-01", stockDeviceId: otherId },
  ...{ serialNumber: "VPN-0001", parcel: { ...parcel, handedOn: "2025-03-02" } },
};
const stages = [
  { stage: "allocated", parcel: null, deliveredOn: null, installedOn: null, serviceSince: null },
  { stage: "shipped", deliveredOn: null, installedOn: null, serviceSince: null },
  { stage: "delivered", deliveredOn: "2025-03-03", installedOn: null, serviceSince: null },
  { stage: "inService", deliveredOn: "2025-03-03", installedOn: "2025-03-04", serviceSince: day },
];

/** What concerns the device while it is with the customer; one matter at a time. */
function matters(context: DeviceContext): MachineEvent[] {
  const { relocation, faultNoteId, loss, sites, chargesArisen } = context;
  const [isMoving, isFaulty, isLost] = [relocation, faultNoteId, loss].map((one) => one !== null);
  const site = { relocationId: otherId, siteId: otherId };
  const wished = [coming, past].map((wishedDay) => ({ ...site, wishedDay }));
  return [
    ...(isFaulty || isLost
      ? []
      : [
          ...(sites.length < 2 ? wished.flatMap((wish) => say(["requestRelocation"], wish)) : []),
          ...say(["approveRelocation", "refuseRelocation"], { noteId: otherId }),
          ...say(["withdrawRelocation", "beginMove"]),
          ...happened("confirmMove", "movedOn"),
        ]),
    ...(isMoving || isLost
      ? []
      : [
          ...say(["reportFault"], { noteId: otherId }),
          ...say(["startRepair", "startReplacement", "closeFault", "takeIn"]),
        ]),
    ...(isMoving || isFaulty
      ? []
      : [
          ...(chargesArisen === 0 ? happened("reportLoss", "lostOn", { noteId: otherId }) : []),
          ...say(["dismissLoss"]),
          ...["customer", "operator"].flatMap((finding) => say(["confirmLoss"], { finding })),
        ]),
  ];
}

/** Every event that the loan of a device may meet in the walk. */
export function deviceOffers(context: DeviceContext): MachineEvent[] {
  if (context.loanId === "") {
    return [
      ...say(["open"], names),
      ...stages.flatMap((stage) => say(["takeOver"], { ...names, loan: { ...loan, ...stage } })),
    ];
  }
  // A loan that goes round and round would never be walked to its end.
  const isRepeated = context.sites.length > 1;
  return [
    ...say(["allocate"], { stockDeviceId: otherId, serialNumber: "VPN-0001" }),
    ...say(["unallocate", "confirmInstallation", "startRecovery"]),
    ...(context.serviceSince === null ? say(["serviceStarted"]) : []),
    ...(isRepeated ? [] : say(["ship"], { siteId: otherId, ...parcel })),
    ...["customer", "operator"].flatMap((finding) => say(["loseInTransit"], { finding })),
    ...happened("confirmDelivery", "deliveredOn"),
    ...matters(context),
    ...happened("find", "foundOn"),
    ...[true, false].flatMap((isAssigned) =>
      say(["endLoan"], { endDay: "2025-05-31", clause: "A17.1", isAssigned }),
    ),
    ...happened("handToCarrier", "handedOn", parcel),
    ...["receive", "recover"].flatMap((type) => happened(type, "backOn")),
    ...[true, false].flatMap((isDamaged) => say(["check"], { isDamaged })),
    ...say(["settleCharge"], { chargeNo: 1, by: "waiver", noteId: otherId }),
  ];
}

/** Every event that a device of the stock may meet in the walk. */
export const stockDeviceOffers: readonly MachineEvent[] = [
  { type: "register", serialNumber: "VPN-0001", model: "VPN-50", menuCode: "NDR-MVPN" },
  ...say(["makeAvailable"]),
  ...say(["sendToRepair", "retire"], { reason: "電源が入らない" }),
  ...say(["reserve", "passOn"], { customerId: otherId, loanId: otherId }),
  ...say(["release"], { loanId: subjectId }),
  ...say(["release", "leave", "lose", "find"], { loanId: otherId }),
  ...[true, false].flatMap((isFaulty) => say(["comeBack"], { loanId: otherId, isFaulty })),
];

/** What tells two places of a loan apart, so that the walk comes to an end. */
export function devicePlace(context: DeviceContext): unknown {
  const { sites, charges, chargesArisen, reminded, loss, serviceSince, endDay } = context;
  return [
    [sites.length, charges.length, chargesArisen, reminded.length > 0],
    [loss, serviceSince, endDay].map((one) => one !== null),
  ];
}
