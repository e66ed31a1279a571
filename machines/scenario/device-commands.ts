import { z } from "zod";
import { deviceEvents, deviceSenders, type DeviceEvent } from "../device/events.ts";
import { loanIdOf } from "../device/loan-id.ts";
import { isoDay, machineId } from "../engine/fields.ts";
import {
  command,
  contract,
  contractIdOf,
  optionIdOf,
  senderFrom,
  type ScenarioCommand,
} from "./command.ts";
import type { Step } from "./step.ts";

/** The option that lends the device, by its place in the orders (from 1). */
const option = z.int().min(1).max(99).default(1);
/** A scenario has no words and no addresses: any id stands for them. */
const anyId = machineId.default("0199aaaa-0000-7000-8000-0000000000a2");
const withDefaults: z.ZodRawShape = {
  ...{ noteId: anyId, siteId: anyId, relocationId: anyId, stockDeviceId: anyId },
  ...{
    carrier: z.string().default("yamato"),
    trackingNumber: z.string().default("1234-5678-9012"),
  },
};
/** Days on which something happened: that of the command where they are left out. */
const ownDays = ["deliveredOn", "movedOn", "lostOn", "foundOn", "handedOn", "backOn"];

/** An event that the loan of an option's device takes. */
function toLoan(type: DeviceEvent["type"], sender?: Step["sender"]): ScenarioCommand {
  const schema = deviceEvents.options.find(({ shape }) => shape.type.value === type);
  if (!schema) throw new Error(`A loan takes no ${type}.`);
  const { type: _type, ...members }: z.ZodRawShape = schema.shape;
  const own = Object.keys(members).map((member) => {
    const given = withDefaults[member] ?? members[member];
    return [member, ownDays.includes(member) ? isoDay.optional() : given];
  });
  const fields: z.ZodRawShape = { contract, option, ...Object.fromEntries(own) };
  const by = sender ?? senderFrom(deviceSenders[type], type);
  return command(fields, ({ contract: to, option: place, ...rest }, { customerId, day }) => {
    const contractId = contractIdOf(customerId, String(to));
    const days = ownDays.filter((member) => member in members && rest[member] === undefined);
    const event = { type, ...rest, ...Object.fromEntries(days.map((member) => [member, day])) };
    const loanId = loanIdOf(optionIdOf(contractId, Number(place)));
    return [{ sender: by, kind: "device", machineId: loanId, event }];
  });
}

/** The stock gives a device by its serial number: in the portal its own machine does. */
const allocateDevice = toLoan("allocate", "machine");

/** Commands by which a device is lent, moved, exchanged, lost and given back (A7, A8.1). */
export const deviceCommands: Readonly<Record<string, ScenarioCommand>> = {
  allocateDevice,
  unallocateDevice: toLoan("unallocate"),
  shipDevice: toLoan("ship"),
  loseDeviceInTransit: toLoan("loseInTransit"),
  deliverDevice: toLoan("confirmDelivery"),
  installDevice: toLoan("confirmInstallation"),
  requestRelocation: toLoan("requestRelocation"),
  withdrawRelocation: toLoan("withdrawRelocation"),
  approveRelocation: toLoan("approveRelocation"),
  refuseRelocation: toLoan("refuseRelocation"),
  beginMove: toLoan("beginMove"),
  confirmMove: toLoan("confirmMove"),
  reportFault: toLoan("reportFault"),
  startRepair: toLoan("startRepair"),
  startReplacement: toLoan("startReplacement"),
  closeFault: toLoan("closeFault"),
  takeInDevice: toLoan("takeIn"),
  reportLoss: toLoan("reportLoss"),
  dismissLoss: toLoan("dismissLoss"),
  confirmLoss: toLoan("confirmLoss"),
  findDevice: toLoan("find"),
  returnDevice: toLoan("handToCarrier"),
  receiveDevice: toLoan("receive"),
  startRecovery: toLoan("startRecovery"),
  recoverDevice: toLoan("recover"),
  checkDevice: toLoan("check"),
  settleDeviceCharge: toLoan("settleCharge"),
};
