import { z } from "zod";
import { isoDay } from "../engine/fields.ts";
import { scenarioCommands } from "./commands.ts";
import { isTokyoTime } from "./instants.ts";

/** Due days after an end reach into the year after it, and holidays are known up to 2099. */
const lastUntil = "2098-12-31";

const time = z.string().refine(isTokyoTime, "expected a time in Tokyo such as 2026-04-01T10:00");
const words = Object.keys(scenarioCommands);
const word = z.string().refine((text) => words.includes(text), {
  error: `unknown command; there are ${words.join(", ")}`,
});

/** A scenario's file: one customer, dated commands in their order, and the last day of the run. */
export const scenarioFormat = z.strictObject({
  customer: z.strictObject({ number: z.int().min(1).max(999_999) }),
  until: isoDay.refine((day) => day <= lastUntil, `expected a day up to ${lastUntil}`),
  commands: z.array(z.looseObject({ at: time, do: word })).min(1),
});

/** One command in full, or null for a word that is none. */
export function commandFormat(name: string): z.ZodObject | null {
  // Object.hasOwn: a file may say "toString".
  const found = Object.hasOwn(scenarioCommands, name) ? scenarioCommands[name] : undefined;
  return found ? z.strictObject({ at: time, do: z.literal(name), ...found.fields }) : null;
}
