import { z } from "zod";
import { companySchema } from "#app/usecases/orders/order-form/company.ts";
import {
  code,
  day,
  email,
  line,
  mustTick,
  phone,
  tick,
} from "#app/usecases/orders/order-form/fields.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import { matterAbouts, matterGrounds, type MatterAct, type MatterField } from "./acts.ts";

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

const chosenOf = (choices: readonly string[]) =>
  z.string({ error: "notChosen" }).refine((one) => choices.includes(one), "notChosen");

/** How each field is read; codes of what is wrong are those of the order form's fields. */
function schemas(kind: MatterKind, today: string): Partial<Record<MatterField, z.ZodType>> {
  return {
    ...companySchema.shape,
    ...{ personName: line(100), department: line(100), email, phone },
    contractId: z.uuid({ error: "notChosen" }),
    loanId: z.uuid({ error: "notChosen" }),
    contractNumber: code(40),
    serialNumber: code(40).transform((text) => text.toUpperCase()),
    about: chosenOf(matterAbouts[kind]),
    ground: chosenOf(matterGrounds),
    happenedOn: day("2020-01-01", today),
    handledOn: day("2020-01-01", today),
    dueOn: day(today),
    note,
    grantsAuthority: tick,
    isPersonalData: tick,
    isBound: mustTick,
  };
}

/** What was typed, in its right form. */
export type MatterValues = Partial<Record<MatterField, string | boolean>>;

/** What is wrong, by field, as codes of `order-form/fields.ts`. */
export type MatterProblems = Partial<Record<MatterField, string>>;

/**
 * Reads the form of an act, but for its files.
 *
 * @param today ISO day in Tokyo
 */
export function readMatterForm(
  kind: MatterKind,
  { fields, optional = [] }: MatterAct,
  form: URLSearchParams,
  today: string,
): { values: MatterValues; problems: MatterProblems } {
  const all = schemas(kind, today);
  const values: MatterValues = {};
  const problems: MatterProblems = {};
  for (const field of fields) {
    const schema = all[field];
    const typed = form.get(field) ?? undefined;
    if (!schema || (optional.includes(field) && (typed ?? "").trim() === "")) continue;
    const found = schema.safeParse(typed);
    if (found.success) values[field] = found.data as string | boolean;
    else problems[field] = found.error.issues[0]?.message ?? "missing";
  }
  return { values, problems };
}
