import { day } from "#app/usecases/orders/order-form/fields.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { sendAsOperations, type StaffTarget } from "./staff-command.ts";

/** What operations can do about a notice: answer the customer's wish, or see to their own. */
export const noticeSteps = [
  "agreeToWithdrawal",
  "refuseWithdrawal",
  "offerWithdrawal",
  "noticeDelivered",
  "noticeBounced",
] as const;

export type NoticeStep = (typeof noticeSteps)[number];

/** What became of a step; `dayMissing` where a delivery has no day that can be. */
export type NoticeOutcome = NoticeStep | "dayMissing";

/**
 * Takes a step about a notice of a contract (A17.1) or of an option (A9.2): agrees to its withdrawal or
 * refuses it, offers to take back the operator's own, or records that it was delivered or came back.
 *
 * @param target names the option where the notice is that of one
 * @param typed the step, the notice and, for a delivery, its day as it came with the form
 * @throws Problem `conflict` where the notice takes no such step now, or would have ended the contract
 *   in the past; `notFound`, `notAllowed`; `invalid`
 *   for another step
 */
export async function stepNotice(
  principal: Principal,
  target: StaffTarget,
  typed: { step: string; noticeId: string; deliveredOn: unknown },
): Promise<NoticeOutcome> {
  const step = noticeSteps.find((one) => one === typed.step);
  if (!step) throw new Problem("invalid", `no such step: ${typed.step}`);
  const event = { type: step, noticeId: typed.noticeId };
  if (step !== "noticeDelivered") {
    await sendAsOperations(principal, target, event);
    return step;
  }
  const today = tokyoDay(principal.receivedAt).toString();
  const parsed = day("2020-01-01", today).safeParse(typed.deliveredOn);
  if (!parsed.success) return "dayMissing";
  await sendAsOperations(principal, target, { ...event, deliveredOn: parsed.data });
  return step;
}
