import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { clauseText, isoDay, machineId, plainText } from "../engine/fields.ts";
import { serialNumber } from "../stock-device/events.ts";

const parcel = {
  carrier: plainText.min(1).max(40),
  trackingNumber: z.string().regex(/^[A-Z0-9-]{4,40}$/),
};

/** What passes to the assignee's loan (A31.1). */
export const takenOverLoan = z.object({
  /** The assignee's, by which the stock knows who has the device. */
  customerId: machineId,
  stage: z.enum(["allocated", "shipped", "delivered", "installed", "inService"]),
  openedOn: isoDay,
  stockDeviceId: machineId,
  serialNumber,
  parcel: z.object({ ...parcel, handedOn: isoDay }).nullable(),
  deliveredOn: isoDay.nullable(),
  installedOn: isoDay.nullable(),
  serviceSince: isoDay.nullable(),
});

export type TakenOverLoan = z.infer<typeof takenOverLoan>;

/** Every event that the loan of a device takes. */
export const deviceEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("open"),
    optionId: machineId,
    contractId: machineId,
    menuCode: z.string().min(1).max(40),
  }),
  z.object({
    type: z.literal("takeOver"),
    optionId: machineId,
    contractId: machineId,
    menuCode: z.string().min(1).max(40),
    loan: takenOverLoan,
  }),
  z.object({ type: z.literal("allocate"), stockDeviceId: machineId, serialNumber }),
  z.object({ type: z.literal("unallocate") }),
  z.object({ type: z.literal("ship"), siteId: machineId, ...parcel }),
  z.object({ type: z.literal("loseInTransit"), finding: z.enum(["customer", "operator"]) }),
  z.object({ type: z.literal("confirmDelivery"), deliveredOn: isoDay }),
  /** The checklist of the installation and the duties of care were gone through (A7.2, A7.3). */
  z.object({ type: z.literal("confirmInstallation") }),
  z.object({ type: z.literal("remindInstallation"), id: z.string().max(40) }),
  z.object({ type: z.literal("serviceStarted") }),
  z.object({
    type: z.literal("requestRelocation"),
    relocationId: machineId,
    siteId: machineId,
    wishedDay: isoDay,
  }),
  z.object({ type: z.literal("withdrawRelocation") }),
  z.object({ type: z.literal("approveRelocation"), noteId: machineId }),
  z.object({ type: z.literal("refuseRelocation"), noteId: machineId }),
  z.object({ type: z.literal("beginMove") }),
  z.object({ type: z.literal("confirmMove"), movedOn: isoDay }),
  z.object({ type: z.literal("reportFault"), noteId: machineId }),
  z.object({ type: z.literal("startRepair") }),
  z.object({ type: z.literal("startReplacement") }),
  z.object({ type: z.literal("closeFault") }),
  /** The faulty device has come in, and another one takes its place. */
  z.object({ type: z.literal("takeIn") }),
  z.object({ type: z.literal("reportLoss"), noteId: machineId, lostOn: isoDay }),
  z.object({ type: z.literal("dismissLoss") }),
  z.object({ type: z.literal("confirmLoss"), finding: z.enum(["customer", "operator"]) }),
  z.object({ type: z.literal("find"), foundOn: isoDay }),
  z.object({
    type: z.literal("endLoan"),
    endDay: isoDay,
    clause: clauseText,
    isAssigned: z.boolean(),
  }),
  z.object({ type: z.literal("remindReturn"), id: z.string().max(40) }),
  z.object({ type: z.literal("returnOverdue") }),
  z.object({ type: z.literal("handToCarrier"), handedOn: isoDay, ...parcel }),
  z.object({ type: z.literal("receive"), backOn: isoDay }),
  z.object({ type: z.literal("startRecovery") }),
  z.object({ type: z.literal("recover"), backOn: isoDay }),
  z.object({ type: z.literal("check"), isDamaged: z.boolean() }),
  z.object({
    type: z.literal("settleCharge"),
    chargeNo: z.int().min(1),
    /** The number of the invoice that charges it, or the note that says why nothing is charged. */
    by: z.enum(["invoice", "waiver"]),
    noteId: machineId,
  }),
]);

export type DeviceEvent = z.infer<typeof deviceEvents>;

const machine: readonly Sender[] = ["machine"];
const operations: readonly Sender[] = ["operations"];
const customer: readonly Sender[] = ["owner", "technical"];
const either: readonly Sender[] = ["owner", "technical", "operations"];

export const deviceSenders: Record<DeviceEvent["type"], readonly Sender[]> = {
  open: machine,
  takeOver: machine,
  allocate: machine,
  unallocate: operations,
  ship: operations,
  loseInTransit: operations,
  confirmDelivery: either,
  confirmInstallation: customer,
  remindInstallation: ["timer"],
  serviceStarted: machine,
  requestRelocation: customer,
  withdrawRelocation: customer,
  approveRelocation: operations,
  refuseRelocation: operations,
  beginMove: customer,
  confirmMove: customer,
  reportFault: customer,
  startRepair: operations,
  startReplacement: operations,
  closeFault: operations,
  takeIn: operations,
  reportLoss: either,
  dismissLoss: operations,
  confirmLoss: operations,
  find: either,
  endLoan: machine,
  remindReturn: ["timer"],
  returnOverdue: ["timer"],
  handToCarrier: either,
  receive: operations,
  startRecovery: operations,
  recover: operations,
  check: operations,
  settleCharge: ["finance"],
};
