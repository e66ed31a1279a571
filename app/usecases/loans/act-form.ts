import { z } from "zod";
import {
  code,
  day,
  line,
  mustTick,
  phone,
  postalCode,
  prefecture,
} from "#app/usecases/orders/order-form/fields.ts";
import { acts, type ActField, type ActName } from "./acts.ts";

const longestNote = 2000;

const note = z
  .string({ error: "missing" })
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(
    z
      .string()
      .min(1, { error: "missing", abort: true })
      .max(longestNote, { error: `tooLong ${longestNote}`, abort: true })
      .refine((text) => !text.includes("\0") && text.isWellFormed(), { error: "characters" }),
  );

/** A parcel's number as the carrier writes it, in capital letters, figures and hyphens. */
const trackingNumber = code(40)
  .transform((text) => text.toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9-]{4,40}$/, "trackingNumber"));

/** How each field is read; codes of what is wrong are those of the order form's fields. */
const schemas = (today: string): Record<ActField, z.ZodType> => ({
  siteName: line(100),
  postalCode: postalCode("siteInJapan"),
  prefecture,
  city: line(100),
  street: line(200),
  contactName: line(100),
  phone,
  carrier: line(40),
  trackingNumber,
  happenedOn: day("2020-01-01", today),
  wishedDay: day(today),
  note,
  finding: z.enum(["customer", "operator"], { error: "notChosen" }),
  isDamaged: z.enum(["yes", "no"], { error: "notChosen" }).transform((said) => said === "yes"),
  isConnected: mustTick,
  isLabelled: mustTick,
  takesCare: mustTick,
  isWiped: mustTick,
});

/** What was typed, in its right form. */
export type ActValues = Partial<Record<ActField, string | boolean>>;

/** What is wrong, by field, as codes of `order-form/fields.ts`. */
export type ActProblems = Partial<Record<ActField, string>>;

/**
 * Reads the form of an act.
 *
 * @param today ISO day in Tokyo
 */
export function readActForm(
  act: ActName,
  form: FormData,
  today: string,
): { values: ActValues; problems: ActProblems } {
  const all = schemas(today);
  const values: ActValues = {};
  const problems: ActProblems = {};
  for (const field of acts[act].fields) {
    const found = all[field].safeParse(form.get(field) ?? undefined);
    if (found.success) values[field] = found.data as string | boolean;
    else problems[field] = found.error.issues[0]?.message ?? "missing";
  }
  return { values, problems };
}
