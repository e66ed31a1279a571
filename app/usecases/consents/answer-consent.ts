import { newIdentifier } from "#app/identifier.ts";
import { declarationsOf } from "#app/usecases/orders/order-form/declarations.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { currentTerms } from "#app/usecases/terms/current-terms.ts";
import { writeConsents } from "#db/queries/order-papers.ts";
import { successorOf } from "#machines/consent-request/successor.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { hasDecision } from "./consent-document.ts";
import { readConsentForMember } from "./read-consents.ts";
import { consentNoteOf, sendToRequest } from "./send-to-request.ts";

/** The member's answer as the form brings it. */
export interface TypedAnswer {
  answer: "agree" | "decline";
  text: string | null;
  /** The declarations ticked; a take-over needs all of them, and the consent to the terms. */
  ticked: readonly string[];
  /** The version of the terms that the page showed. */
  termsVersion: string | null;
}

/** What an assignee consents to and declares (A5.1, A5.3, A32), each by itself. */
export const takeOverDeclarations = ["terms", ...declarationsOf(true)] as const;

/**
 * Answers a request of the operator: whether the customer consents to the operator's assignment, or takes
 * a contract over (A31.1). Who takes over passes what an applicant passes: consent to the terms and the
 * declarations, stored with time, person and address (A5.1, A32.1).
 *
 * @returns `undeclared` where a box is not ticked, `termsChanged` where other terms bind than were shown
 * @throws Problem `notFound`, or `conflict` where it was answered or taken back meanwhile
 */
export async function answerConsent(
  principal: Principal,
  { requestId, clickId }: { requestId: string; clickId: string },
  typed: TypedAnswer,
): Promise<"answered" | "undeclared" | "termsChanged"> {
  const { customerId, actor } = asMember(principal);
  const { request } = await readConsentForMember(principal, requestId);
  const target = { customerId, requestId, clickId };
  const text = (typed.text ?? "").toWellFormed().replaceAll("\0", "").trim().slice(0, 2000);
  const note = text ? consentNoteOf(principal, target, text) : null;
  const noteId = note?.noteId ?? null;
  if (typed.answer === "decline") {
    await sendToRequest(principal, actor, target, { type: "decline", noteId }, note?.write);
    return "answered";
  }
  if (request.kind !== "takeOver") {
    const event = { type: "agree", noteId, termsVersion: null } as const;
    await sendToRequest(principal, actor, target, event, note?.write);
    return "answered";
  }
  if (!takeOverDeclarations.every((kind) => typed.ticked.includes(kind))) return "undeclared";
  const { version } = await currentTerms(tokyoDayText(principal.receivedAt));
  if (typed.termsVersion !== version) return "termsChanged";
  const event = { type: "agree", noteId, termsVersion: version } as const;
  const { userId, ipAddress, receivedAt } = principal;
  const given = { customerId, contractId: successorOf(requestId), termsVersion: version };
  await sendToRequest(principal, actor, target, event, async (tx) => {
    await note?.write(tx);
    const by = { consentedAt: new Date(receivedAt), userId, ipAddress };
    await writeConsents(
      tx,
      takeOverDeclarations.map((kind) => ({
        ...{ ...given, ...by, kind, consentId: newIdentifier() },
      })),
    );
  });
  return "answered";
}

/** A request as a member reads it, with what its answer needs. */
export async function readAnswerPage(principal: Principal, requestId: string) {
  const page = await readConsentForMember(principal, requestId);
  const terms = await currentTerms(tokyoDayText(principal.receivedAt));
  return {
    page,
    hasPaper: hasDecision(page.request),
    signs: principal.roles.includes("owner"),
    termsVersion: terms.version,
  };
}
