import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId } from "../engine/fields.ts";
import { asked, remind, worded, written } from "../matters/fields.ts";

/** What is asked of the customer: technical help (A6), or equipment, documents or information (A25.1). */
export const materialKinds = ["assistance", "equipment", "document", "information"] as const;

/** Every event that a request for assistance or materials takes. */
export const materialRequestEvents = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ask"), about: z.enum(materialKinds), ...asked }),
  /** The customer hands something in unasked (A25.2). */
  z.object({
    type: z.literal("offer"),
    about: z.enum(materialKinds),
    contractId: machineId,
    ...written,
  }),
  z.object({ type: z.literal("provide"), ...written }),
  z.object({ type: z.literal("accept") }),
  /** What came is wrong or not complete (A25.3). */
  z.object({ type: z.literal("askAgain"), ...worded, dueOn: isoDay }),
  z.object({ type: z.literal("withdraw") }),
  z.object({ type: z.literal("withdrawOffer") }),
  z.object({ type: z.literal("askReturn"), ...worded }),
  /** It is not needed any more. */
  z.object({ type: z.literal("release") }),
  z.object({ type: z.literal("contractEnded") }),
  z.object({ type: z.literal("giveBack"), handledOn: isoDay, ...worded }),
  z.object({ type: z.literal("dispose"), handledOn: isoDay, ...worded }),
  remind,
]);

export type MaterialRequestEvent = z.infer<typeof materialRequestEvents>;

const operations: readonly Sender[] = ["operations"];
const customer: readonly Sender[] = ["owner", "technical"];
const timer: readonly Sender[] = ["timer"];
const machine: readonly Sender[] = ["machine"];

export const materialRequestSenders: Record<MaterialRequestEvent["type"], readonly Sender[]> = {
  ask: operations,
  offer: customer,
  provide: customer,
  accept: operations,
  askAgain: operations,
  withdraw: operations,
  withdrawOffer: customer,
  askReturn: customer,
  release: operations,
  contractEnded: machine,
  giveBack: operations,
  dispose: operations,
  remind: timer,
};
