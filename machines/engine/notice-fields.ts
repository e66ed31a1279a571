import { z } from "zod";
import { machineId, plainText } from "./fields.ts";

/** A notice's text, of several paragraphs if need be. */
export const longText = z
  .string()
  .max(2000)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "not plain text");

/** A menu with its names. */
export const namedMenu = z.object({ code: plainText, nameJa: plainText, nameEn: plainText });

/** Menus of whatever kind, each with its names. */
export const scopedMenus = z
  .array(namedMenu.extend({ kind: z.enum(["basic", "subscription", "device", "work"]) }))
  .min(1)
  .max(100);

/** Every contract with one of some menus, or contracts by name. */
export const reachedScope = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("menus"), menus: scopedMenus }),
  z.object({
    kind: z.literal("contracts"),
    contracts: z
      .array(z.object({ customerId: machineId, contractId: machineId }))
      .min(1)
      .max(500),
  }),
]);
