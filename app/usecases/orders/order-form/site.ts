import { z } from "zod";
import { line, postalCode, prefecture } from "./fields.ts";

/**
 * Where the service is used: a site in Japan (A14.1, A7.3), either the company's own address or one
 * that is typed; with the first choice nothing of an address is asked for.
 */
export const siteSchema = z.discriminatedUnion(
  "sameAsCompany",
  [
    z.object({ sameAsCompany: z.literal("on"), siteName: line(100) }),
    z.object({
      sameAsCompany: z.undefined().optional(),
      siteName: line(100),
      postalCode: postalCode("siteInJapan"),
      prefecture,
      city: line(100),
      street: line(200),
    }),
  ],
  { error: "notChosen" },
);

export type Site = z.infer<typeof siteSchema>;
