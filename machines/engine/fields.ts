import { z } from "zod";
import { articleOf, type Clause } from "../terms/articles.ts";

/** Text without NUL and lone surrogates: PostgreSQL and JSON would refuse them later. */
export const plainText = z
  .string()
  .max(500)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "not plain text");

/** A day within the years for which the portal knows law, policy and bank holidays. */
export const isoDay = z.iso
  .date()
  .refine((day) => day >= "2020-01-01" && day < "2100-01-01", "not a day of the calendar");

/** One spelling per machine, so that equal ids are equal texts. */
export const machineId = z.uuid().lowercase();

/** Whole yen, as every amount of the portal. */
export const yenAmount = z.int().min(0).max(99_999_999_999);

function isClause(text: string): boolean {
  try {
    return text.length <= 20 && articleOf(text as Clause) !== undefined;
  } catch {
    return false;
  }
}

/** A clause of the terms, such as "A16.1(3)". */
export const clauseText = z.custom<Clause>((text) => typeof text === "string" && isClause(text));
