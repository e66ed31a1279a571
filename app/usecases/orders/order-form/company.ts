import { z } from "zod";
import { email, kana, line, phone, postalCode, prefecture } from "./fields.ts";

/** Registered information (届出事項, A5.1) as the order form asks for it. */
export const companySchema = z.object({
  companyName: line(100),
  companyNameKana: kana(200),
  representative: line(100),
  postalCode: postalCode(),
  prefecture,
  city: line(100),
  street: line(200),
  phone,
  contactName: line(100),
  contactEmail: email,
});

export type Company = z.infer<typeof companySchema>;
