import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { plainText } from "../engine/fields.ts";
import { approvalSubjects, type ApprovalSubjectName } from "./subjects.ts";

const subjects = Object.keys(approvalSubjects) as [ApprovalSubjectName, ...ApprovalSubjectName[]];

/** Every event that an approval takes. */
export const approvalEvents = z.discriminatedUnion("type", [
  z
    .object({
      type: z.literal("propose"),
      subject: z.enum(subjects),
      /** What the machine that carries it out must know; each subject has its own. */
      params: z.record(z.string(), z.unknown()),
      reason: plainText.min(1),
    })
    .refine(({ subject, params }) => approvalSubjects[subject].params.safeParse(params).success, {
      message: "not what the subject needs",
      path: ["params"],
    }),
  z.object({ type: z.literal("approve") }),
  z.object({ type: z.literal("refuse"), reason: plainText.min(1) }),
  z.object({ type: z.literal("withdraw") }),
]);

export type ApprovalEvent = z.infer<typeof approvalEvents>;

export const approvalSenders: Record<ApprovalEvent["type"], readonly Sender[]> = {
  propose: ["finance"],
  approve: ["finance", "admin"],
  refuse: ["finance", "admin"],
  withdraw: ["finance"],
};
