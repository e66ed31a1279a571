import { z } from "zod";
import { day } from "./fields.ts";

/** What can be ordered on a day: codes of menus, and ISO days between which the start may lie. */
export interface Offer {
  basics: readonly string[];
  options: readonly string[];
  earliestStart: string;
  latestStart: string;
  /** The last day (ISO) of each menu whose discontinuation is announced (A20), by code. */
  lastDays: Readonly<Record<string, string>>;
}

const several = z
  .union([z.array(z.string()), z.string().transform((one) => [one])], { error: "optionUnknown" })
  .optional()
  .transform((codes) => [...new Set(codes ?? [])]);

/**
 * The menus ordered and the start wished for; a basic menu is in every order (A2), and none of them may be
 * gone before the service starts (A20).
 */
export const menusSchema = ({ basics, options, earliestStart, latestStart, lastDays }: Offer) =>
  z
    .object({
      basic: z
        .string({ error: "basicMissing" })
        .refine((code) => basics.includes(code), "basicMissing"),
      options: several.refine(
        (codes) => codes.every((code) => options.includes(code)),
        "optionUnknown",
      ),
      wishedStart: day(earliestStart, latestStart),
    })
    .superRefine(({ basic, options: codes, wishedStart }, found) => {
      const [last] = [basic, ...codes].flatMap((code) => lastDays[code] ?? []).toSorted();
      if (last === undefined || wishedStart <= last) return;
      found.addIssue({ code: "custom", path: ["wishedStart"], message: `menuEnds ${last}` });
    });

export type Menus = z.infer<ReturnType<typeof menusSchema>>;
