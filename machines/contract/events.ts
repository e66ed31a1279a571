import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";
import { rejectionReasons } from "../terms/a05-rejection.ts";

const soldMenu = z.object({
  menuCode: plainText,
  kind: z.enum(["basic", "subscription", "device", "work"]),
  nameJa: plainText,
  nameEn: plainText,
  annualPrice: yenAmount,
});

const suspensionCause = z.enum(["nonPayment", "breach"]);

/** Every event that a contract takes, as it comes from outside. */
export const contractEvents = z.discriminatedUnion("type", [
  z.object({ type: z.literal("openDraft") }),
  z.object({
    type: z.literal("submit"),
    basic: soldMenu.extend({ kind: z.literal("basic") }),
    options: z.array(
      soldMenu.extend({ optionId: machineId, kind: z.enum(["subscription", "device", "work"]) }),
    ),
    quoteId: machineId,
    termsVersion: plainText,
    wishedStart: isoDay,
  }),
  z.object({ type: z.literal("withdraw") }),
  z.object({ type: z.literal("verifyMaintenance") }),
  z.object({ type: z.literal("accept") }),
  z.object({ type: z.literal("reject"), reason: z.enum(rejectionReasons) }),
  z.object({ type: z.literal("setStart"), startDay: isoDay }),
  z.object({ type: z.literal("confirmStart") }),
  z.object({ type: z.literal("declineStart") }),
  z.object({ type: z.literal("startReached") }),
  z.object({
    type: z.literal("remindRenewal"),
    id: plainText,
    to: z.enum(["customer", "finance"]),
  }),
  z.object({ type: z.literal("fixRenewal") }),
  z.object({ type: z.literal("renew") }),
  z.object({
    type: z.literal("cancel"),
    wish: z.union([z.null(), z.literal("earliest"), isoDay]),
  }),
  z.object({ type: z.literal("endReached") }),
  z.object({ type: z.literal("suspend"), cause: suspensionCause }),
  z.object({ type: z.literal("lift"), cause: suspensionCause }),
  z.object({ type: z.literal("invoiceOverdue"), invoiceId: machineId }),
  z.object({ type: z.literal("invoiceSettled"), invoiceId: machineId }),
  z.object({ type: z.literal("devicesSettled") }),
  z.object({ type: z.literal("dataErased") }),
  z.object({ type: z.literal("materialsSettled") }),
]);

export type ContractEvent = z.infer<typeof contractEvents>;

export const contractSenders: Record<ContractEvent["type"], readonly Sender[]> = {
  openDraft: ["owner"],
  submit: ["owner"],
  withdraw: ["owner"],
  verifyMaintenance: ["operations"],
  accept: ["operations"],
  reject: ["operations"],
  setStart: ["operations"],
  confirmStart: ["owner"],
  declineStart: ["owner"],
  startReached: ["timer"],
  remindRenewal: ["timer"],
  fixRenewal: ["timer"],
  renew: ["timer"],
  cancel: ["owner"],
  endReached: ["timer"],
  suspend: ["operations"],
  lift: ["operations"],
  invoiceOverdue: ["machine"],
  invoiceSettled: ["machine"],
  devicesSettled: ["operations", "machine"],
  dataErased: ["operations"],
  materialsSettled: ["operations"],
};
