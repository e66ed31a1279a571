import { typedText, type TextProblem } from "#app/usecases/breaches/typed-text.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { readConsentForMember } from "./read-consents.ts";
import { consentNoteOf, sendToRequest, type ConsentTarget } from "./send-to-request.ts";

type CalledOff = { outcome: "calledOff" } | { outcome: "invalid"; problem: TextProblem };

/**
 * Calls an assignment off before its day, in writing (A31.1): the assignor's contract stays where it is,
 * and both sides are told. An assignee that has agreed asks to be let out in the same way; until its
 * day it is freed at once.
 *
 * @param typed the reason, which the other side reads, too
 * @throws Problem `notFound` for somebody else's, `conflict` from the day itself on
 */
export async function callOffOwn(
  principal: Principal,
  { requestId, clickId }: Pick<ConsentTarget, "requestId" | "clickId">,
  typed: string | null,
): Promise<CalledOff> {
  const { customerId, actor } = asMember(principal);
  const { request } = await readConsentForMember(principal, requestId);
  const { text, problem } = typedText(typed);
  if (problem) return { outcome: "invalid", problem };
  const target = { customerId, requestId, clickId };
  const { noteId, write } = consentNoteOf(principal, target, text);
  const type = request.kind === "takeOver" ? ("stepBack" as const) : ("callOff" as const);
  await sendToRequest(principal, actor, target, { type, noteId }, write);
  return { outcome: "calledOff" };
}

/** The same by the operator. Throws Problem `conflict` from the day itself on. */
export async function callOffForOperator(
  principal: Principal,
  target: ConsentTarget,
  typed: string | null,
): Promise<CalledOff> {
  const actor = asStaff(principal, "operations");
  const { text, problem } = typedText(typed);
  if (problem) return { outcome: "invalid", problem };
  const { noteId, write } = consentNoteOf(principal, target, text);
  await sendToRequest(principal, actor, target, { type: "callOffByOperator", noteId }, write);
  return { outcome: "calledOff" };
}
