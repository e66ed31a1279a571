import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { plainText } from "../engine/fields.ts";
import { explainableChecks, monthChecks } from "./checks.ts";
import { monthText } from "./month.ts";

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const sum = z.int().min(0);
/** Who acts, by the person's id: the history shows it beside what was done. */
const by = plainText.min(1);

/** Names an open point: the check and what it is about. */
const point = { check: z.enum(explainableChecks), subject: plainText.min(1) };

/** Every event that the closing of a month takes. */
export const monthCloseEvents = z.discriminatedUnion("type", [
  z.object({ type: z.literal("explain"), month: monthText, by, ...point, text: plainText.min(1) }),
  z.object({ type: z.literal("retract"), by, ...point }),
  z.object({
    type: z.literal("close"),
    month: monthText,
    by,
    /** How many points of each check are open. */
    checks: z.array(z.object({ check: z.enum(monthChecks), open: sum })).max(monthChecks.length),
    transactions: sum,
    /** Yen by account. */
    totals: z.array(z.object({ account: plainText.min(1), debit: sum, credit: sum })).max(100),
    hash: hex,
    signature: hex,
  }),
  z.object({ type: z.literal("reopen"), by, reason: plainText.min(1) }),
]);

export type MonthCloseEvent = z.infer<typeof monthCloseEvents>;

export const monthCloseSenders: Record<MonthCloseEvent["type"], readonly Sender[]> = {
  explain: ["finance"],
  retract: ["finance"],
  close: ["finance"],
  reopen: ["admin"],
};
