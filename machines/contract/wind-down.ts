import {
  noteErasure,
  noteExportReminder,
  noteSettling,
  reopenInvoice,
  settleInvoice,
} from "./actions.ts";
import { base } from "./base.ts";
import { limitDueDays } from "./exit-actions.ts";
import { dropLoan, loans } from "./loans.ts";
import { mail } from "./mails.ts";
import { askMaterialsBack, dropMaterials, materials, noteLateMaterials } from "./materials.ts";
import { accelerate } from "./standing.ts";

/** After the end: devices, data, money and materials, each until nothing is left to settle. */
export const windDown = base.createStateConfig({
  type: "parallel",
  onDone: { target: "closed" },
  states: {
    devices: {
      initial: "outstanding",
      states: {
        outstanding: {
          always: { guard: "noDevices", target: "settled" },
          on: {
            loanSettled: { ...loans.loanSettled, actions: [dropLoan, noteSettling] },
            devicesSettled: {
              guard: "noOpenLoan",
              target: "settled",
              meta: { clause: "A8.1" },
              actions: noteSettling,
            },
          },
        },
        settled: { type: "final" },
      },
    },
    data: {
      initial: "stored",
      states: {
        stored: {
          on: {
            remindExport: {
              meta: { clause: "A14.6" },
              actions: [noteExportReminder, mail("export-reminder")],
            },
            dataErased: {
              target: "erased",
              meta: { clause: "A18.1" },
              actions: [noteErasure, noteSettling, mail("data-erased")],
            },
          },
        },
        erased: { type: "final" },
      },
    },
    money: {
      initial: "open",
      states: {
        open: {
          always: { guard: "noOpenInvoice", target: "settled" },
          on: {
            accelerate,
            invoiceSettled: {
              guard: "isOpenInvoice",
              meta: { clause: "A17.2" },
              actions: [settleInvoice, noteSettling],
            },
            invoiceReopened: {
              guard: "isSettledInvoice",
              meta: { clause: "A17.2" },
              actions: [reopenInvoice, limitDueDays],
            },
          },
        },
        settled: { type: "final" },
      },
    },
    materials: {
      initial: "held",
      states: {
        held: {
          entry: askMaterialsBack,
          on: {
            materialHeld: { ...materials.materialHeld, actions: noteLateMaterials },
            materialGone: { ...materials.materialGone, actions: [dropMaterials, noteSettling] },
            materialsSettled: {
              guard: "noHeldMaterials",
              target: "returned",
              meta: { clause: "A25.5" },
              actions: noteSettling,
            },
          },
        },
        returned: { type: "final" },
      },
    },
  },
});
