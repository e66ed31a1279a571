import { z } from "zod";
import { machineId, plainText, yenAmount } from "../engine/fields.ts";

/** A menu with its name and price, as events carry what was sold. */
export const soldMenu = z.object({
  menuCode: plainText,
  kind: z.enum(["basic", "subscription", "device", "work"]),
  nameJa: plainText,
  nameEn: plainText,
  annualPrice: yenAmount,
});

export const soldOption = soldMenu.extend({
  optionId: machineId,
  kind: z.enum(["subscription", "device", "work"]),
});
