import type { Stamp } from "../engine/outgoing.ts";
import type { DeviceContext } from "./context.ts";
import type { DeviceEvent } from "./events.ts";

type Given = { context: DeviceContext; event: DeviceEvent & Stamp };

/** Whether a day lies between two others, both counted; a side that is not known yet bounds nothing. */
const isBetween = (day: string, from: string | null, to: string) =>
  (from === null || day >= from) && day <= to;

const takenFrom = (stage: string) => (given: Given) =>
  given.event.type === "takeOver" && given.event.loan.stage === stage;

/** Something that is said to have happened did so since the device was the customer's to keep. */
function hasHappened({ context, event }: Given): boolean {
  const { deliveredOn, parcel, lostOn, sites } = context;
  if (event.type === "confirmDelivery")
    return isBetween(event.deliveredOn, parcel?.handedOn ?? null, event.day);
  if (event.type === "reportLoss") return isBetween(event.lostOn, deliveredOn, event.day);
  if (event.type === "find") return isBetween(event.foundOn, lostOn, event.day);
  if (event.type === "confirmMove")
    return isBetween(event.movedOn, sites.at(-1)?.from ?? null, event.day);
  if (event.type === "handToCarrier") return isBetween(event.handedOn, deliveredOn, event.day);
  if (event.type === "receive" || event.type === "recover")
    return isBetween(event.backOn, context.returnParcel?.handedOn ?? deliveredOn, event.day);
  return false;
}

/** The conditions that the chart of a loan names. */
export const deviceConditions = {
  isAllocatedThere: takenFrom("allocated"),
  isShippedThere: takenFrom("shipped"),
  isDeliveredThere: takenFrom("delivered"),
  hasHappened,
  isAssigned: ({ event }: Given) => event.type === "endLoan" && event.isAssigned,
  hasStarted: ({ context }: Given) => context.serviceSince !== null,
  wishesComingDay: ({ event }: Given) =>
    event.type === "requestRelocation" && event.wishedDay >= event.day,
  isLossReported: ({ context }: Given) => context.loss !== null,
  hasLostByItself: ({ context, event }: Given) =>
    event.type === "confirmLoss" && event.finding === "customer" && context.loss !== null,
  isLossNew: (given: Given) => given.context.loss === null && hasHappened(given),
  isOpenCharge: ({ context, event }: Given) =>
    event.type === "settleCharge" &&
    context.charges.some(({ chargeNo }) => chargeNo === event.chargeNo),
  isDamaged: ({ event }: Given) => event.type === "check" && event.isDamaged,
  isCustomersFault: ({ event }: Given) =>
    event.type === "loseInTransit" && event.finding === "customer",
};
