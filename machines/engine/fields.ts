import { z } from "zod";

/** Text without NUL and lone surrogates: PostgreSQL and JSON would refuse them later. */
export const plainText = z
  .string()
  .max(500)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "not plain text");

export const isoDay = z.iso.date();
export const machineId = z.uuid();
/** Whole yen, as every amount of the portal. */
export const yenAmount = z.int().min(0).max(99_999_999_999);
