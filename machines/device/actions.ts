import { dayOf } from "../calendar.ts";
import { returnDueDay } from "../terms/a08-return.ts";
import type { ChargeKind } from "../terms/a27-charges.ts";
import { base } from "./base.ts";
import { pastReminders } from "./reminders.ts";

export const open = base.assign(({ event }) => {
  if (event.type !== "open") return {};
  const { machineId: loanId, optionId, contractId, menuCode, day: openedOn } = event;
  return { loanId, optionId, contractId, menuCode, openedOn };
});

/** The loan goes on under the assignee, as it stood with the assignor (A31.1). */
export const noteTakeOver = base.assign(({ event }) => {
  if (event.type !== "takeOver") return {};
  const { machineId: loanId, optionId, contractId, menuCode, loan } = event;
  const { stage: _, customerId: __, ...handed } = loan;
  return { loanId, optionId, contractId, menuCode, ...handed };
});

export const noteAllocation = base.assign(({ event }) => {
  if (event.type !== "allocate") return {};
  return { stockDeviceId: event.stockDeviceId, serialNumber: event.serialNumber };
});

/** No device is lent for the moment: where it stood stays known. */
export const dropDevice = base.assign({
  ...{ stockDeviceId: null, serialNumber: null, parcel: null },
  ...{ deliveredOn: null, installedOn: null, relocation: null, faultNoteId: null, loss: null },
});

export const noteShipment = base.assign(({ context, event }) => {
  if (event.type !== "ship") return {};
  const { siteId, carrier, trackingNumber, day } = event;
  return {
    parcel: { carrier, trackingNumber, handedOn: day },
    sites: [...context.sites, { siteId, from: day }],
  };
});

export const noteDelivery = base.assign(({ event }) =>
  event.type === "confirmDelivery" ? { deliveredOn: event.deliveredOn } : {},
);

export const noteInstallation = base.assign({ installedOn: ({ event }) => event.day });
export const noteService = base.assign({ serviceSince: ({ event }) => event.day });

export const noteRelocation = base.assign(({ event }) => {
  if (event.type !== "requestRelocation") return {};
  const { relocationId, siteId, wishedDay } = event;
  return { relocation: { relocationId, siteId, wishedDay, noteId: null } };
});

export const noteProcedure = base.assign(({ context: { relocation }, event }) =>
  event.type === "approveRelocation" && relocation
    ? { relocation: { ...relocation, noteId: event.noteId } }
    : {},
);

export const dropRelocation = base.assign({ relocation: null });

/** The device stands at the new site; the old ones stay in its history. */
export const noteMove = base.assign(({ context: { sites, relocation }, event }) => {
  if (event.type !== "confirmMove" || !relocation) return {};
  const stay = { siteId: relocation.siteId, from: event.movedOn };
  return { sites: [...sites, stay], relocation: null };
});

export const noteFault = base.assign(({ event }) =>
  event.type === "reportFault" ? { faultNoteId: event.noteId } : {},
);
export const dropFault = base.assign({ faultNoteId: null });

export const noteLoss = base.assign(({ event }) =>
  event.type === "reportLoss" ? { loss: { noteId: event.noteId, lostOn: event.lostOn } } : {},
);
export const dropLoss = base.assign({ loss: null });

export const confirmLoss = base.assign(({ context: { loss, endDay } }) => ({
  lostOn: loss?.lostOn ?? null,
  // What it was lent for ends with it (A7.6), unless it had ended before.
  endDay: endDay ?? loss?.lostOn ?? null,
  loss: null,
}));

/** Something that finance has to charge, or to waive with a reason. */
export const addCharge = (kind: ChargeKind) =>
  base.assign(({ context: { charges, chargesArisen }, event }) => {
    const chargeNo = chargesArisen + 1;
    return { charges: [...charges, { chargeNo, kind, day: event.day }], chargesArisen: chargeNo };
  });

export const settleCharge = base.assign({
  charges: ({ context, event }) =>
    context.charges.filter(
      ({ chargeNo }) => event.type !== "settleCharge" || chargeNo !== event.chargeNo,
    ),
});

export const noteEnd = base.assign(({ event }) =>
  event.type === "endLoan" ? { endDay: event.endDay, relocation: null, faultNoteId: null } : {},
);

/** It has to go back: within a month from the end, from the delivery after it, or from the day it was found. */
export const askBack = base.assign(({ context: { endDay }, event }) => {
  const late = { confirmDelivery: "deliveredOn", find: "foundOn" } as const;
  const member = event.type in late ? late[event.type as keyof typeof late] : null;
  const happened = member ? (event as unknown as Record<string, string>)[member] : null;
  const from = [endDay ?? event.day, happened ?? ""].toSorted().at(-1) ?? event.day;
  const returnDue = returnDueDay(dayOf(from)).toString();
  return { returnDue, reminded: pastReminders(returnDue, event.at), returnParcel: null };
});

export const noteReminder = base.assign(({ context, event }) =>
  event.type === "remindReturn" || event.type === "remindInstallation"
    ? { reminded: [...context.reminded, event.id] }
    : {},
);

export const noteReturnParcel = base.assign(({ event }) => {
  if (event.type !== "handToCarrier") return {};
  const { carrier, trackingNumber, handedOn } = event;
  return { returnParcel: { carrier, trackingNumber, handedOn }, loss: null };
});

export const noteReturn = base.assign(({ event }) =>
  event.type === "receive" || event.type === "recover" ? { backOn: event.backOn, loss: null } : {},
);
