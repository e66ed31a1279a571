import { z } from "zod";
import { takenOverLoan } from "../device/events.ts";
import { clauseText, isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";
import { soldMenu, soldOption } from "./sold-menus.ts";

/** A pending end as the predecessor had it: it binds the assignee in the same way (A31.1). */
export const pendingEnd = z.object({
  id: machineId,
  cause: z.enum(["expired", "cancelled", "terminated", "restricted", "discontinued", "assigned"]),
  by: z.enum(["customer", "operator"]),
  noticeDay: isoDay,
  endDay: isoDay,
  clause: clauseText,
  ref: machineId.nullable(),
  refund: z.enum(["none", "unearned"]),
  withdrawalAskedOn: isoDay.nullable(),
});

export const restriction = z.object({ restrictionId: machineId, clause: clauseText });
export const runningTerm = z.object({ start: isoDay, end: isoDay }).nullable();

/**
 * A contract passes to its assignee (譲受人, A31.1): what goes on as it was. Its invoices, debts, suspensions
 * and demands are the assignor's and stay there.
 */
export const takeOverEvent = z.object({
  type: z.literal("takeOver"),
  predecessorId: machineId,
  basic: soldMenu.extend({ kind: z.literal("basic") }),
  options: z.array(
    soldOption.extend({
      addedOn: isoDay.nullable(),
      endDay: isoDay.nullable(),
      chargedUntil: isoDay.nullable(),
      /** What the option's own machine goes on with. */
      startDay: isoDay.nullable(),
      ends: z.array(pendingEnd),
      notices: z.int().min(0),
      restrictions: z.array(restriction),
      loan: takenOverLoan.nullable().default(null),
    }),
  ),
  quoteId: machineId.nullable(),
  termsVersion: plainText,
  announcedTerms: z.array(z.object({ versionId: plainText, from: isoDay })),
  maintenanceVerifiedOn: isoDay,
  start: isoDay,
  /** Null where the service has not begun. */
  term: runningTerm,
  charged: z.array(
    z.object({
      itemId: machineId,
      menuCode: plainText,
      from: isoDay,
      to: isoDay,
      amount: yenAmount,
      ratePercent: z.number().min(0).max(100),
    }),
  ),
  reminded: z.array(plainText),
  ends: z.array(pendingEnd),
  notices: z.int().min(0),
  restrictions: z.array(restriction),
});

/** What passes to the assignee, without the event's name. */
export type HandedOver = Omit<z.infer<typeof takeOverEvent>, "type">;
