import { currentPortal } from "#app/portal.ts";
import { typedText, type TextProblem } from "#app/usecases/breaches/typed-text.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { rejectionReasons } from "#machines/terms/a05-rejection.ts";
import { readNamedMaintenance } from "./assignee-dossier.ts";
import { readConsentForStaff, type ConsentView } from "./read-consents.ts";
import { consentNoteOf, sendToRequest, type ConsentTarget } from "./send-to-request.ts";

/** What is wrong with a decision, by field. */
export interface DecisionProblems {
  text?: TextProblem;
  effectiveDay?: "missing" | "notAhead" | "uncovered";
  maintenance?: "missing";
  reason?: "missing";
}

/** A decision as the form brings it. */
export interface TypedDecision {
  text: string | null;
  effectiveDay: string | null;
  /** One of the nine reasons of A5.4, where the assignee is not accepted. */
  reason: string | null;
}

/** `refuseAssignee` is a refusal because of the assignee (A5.4). */
export const decisions = ["consent", "refuse", "refuseAssignee"] as const;
export type Decision = (typeof decisions)[number];

type Decided = { outcome: "decided" } | { outcome: "invalid"; problems: DecisionProblems };

/** What is wrong with the assignee's first day: it lies ahead, and its maintenance contract covers it (A5.2). */
async function problemOfDay(
  typed: string | null,
  today: string,
  { assigneeId, otherRequestId }: ConsentView,
): Promise<DecisionProblems["effectiveDay"] | null> {
  const day = isoDay.safeParse(typed);
  if (!day.success) return "missing";
  if (day.data <= today) return "notAhead";
  if (!assigneeId || !otherRequestId) return null;
  const side = { customerId: assigneeId, requestId: otherRequestId };
  const maintenance = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readNamedMaintenance(tx, side),
  );
  return maintenance && maintenance.validUntil < day.data ? "uncovered" : null;
}

/**
 * Decides on a request in writing: the consent with its conditions, or the refusal with its reason (A14.5,
 * A31.1). An assignment names the assignee's first day; before it the assignee's maintenance contract is
 * checked (A5.2). A refusal because of the assignee names one of the nine reasons (A5.4).
 *
 * @throws Problem `notFound`, or `conflict` where it was decided or withdrawn meanwhile, or the assignee has
 *   not agreed
 */
export async function decideConsent(
  principal: Principal,
  target: ConsentTarget,
  decision: Decision,
  typed: TypedDecision,
): Promise<Decided> {
  const actor = asStaff(principal, "operations");
  const { request } = await readConsentForStaff(principal, target.customerId, target.requestId);
  const { text, problem } = typedText(typed.text);
  const assigns = decision === "consent" && request.kind === "assignment";
  const today = tokyoDayText(principal.receivedAt);
  const dayProblem = assigns ? await problemOfDay(typed.effectiveDay, today, request) : null;
  const isUnchecked = assigns && request.assignee === "agreed" && !request.maintenanceVerifiedOn;
  const reason = rejectionReasons.find((one) => one === typed.reason);
  const problems: DecisionProblems = {
    ...(dayProblem ? { effectiveDay: dayProblem } : {}),
    ...(isUnchecked ? { maintenance: "missing" as const } : {}),
    ...(decision === "refuseAssignee" && !reason ? { reason: "missing" as const } : {}),
    ...(problem ? { text: problem } : {}),
  };
  if (Object.keys(problems).length > 0) return { outcome: "invalid", problems };
  const note = consentNoteOf(principal, target, text);
  const { noteId } = note;
  const event =
    decision === "consent"
      ? ({ type: decision, noteId, effectiveDay: assigns ? typed.effectiveDay : null } as const)
      : decision === "refuseAssignee" && reason
        ? ({ type: decision, noteId, reason } as const)
        : ({ type: "refuse", noteId } as const);
  await sendToRequest(principal, actor, target, event, note.write);
  return { outcome: "decided" };
}
