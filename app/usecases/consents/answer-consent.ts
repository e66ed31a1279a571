import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { declarationsOf } from "#app/usecases/orders/order-form/declarations.ts";
import type { TypedStep } from "#app/usecases/orders/order-form/typed.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { currentTerms } from "#app/usecases/terms/current-terms.ts";
import { readRegistration, writeConsents } from "#db/queries/order-papers.ts";
import { successorOf } from "#machines/consent-request/successor.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { hasDecision } from "./consent-document.ts";
import { readConsentForMember } from "./read-consents.ts";
import { consentNoteOf, sendToRequest } from "./send-to-request.ts";
import {
  checkPapers,
  writePapers,
  type PaperProblem,
  type TypedPapers,
} from "./take-over-papers.ts";

/** The member's answer as the form brings it. */
export interface TypedAnswer {
  answer: "agree" | "decline";
  text: string | null;
  /** The declarations ticked; a take-over needs all of them, and the consent to the terms. */
  ticked: readonly string[];
  /** The version of the terms that the page showed. */
  termsVersion: string | null;
  /** What an assignee says as an applicant would: who it is, and its maintenance contract. */
  papers: TypedPapers;
}

/** How an answer ended: given, or what is wrong with it. */
export type AnswerOutcome =
  | { outcome: "answered" }
  | {
      outcome: "invalid";
      problem: "undeclared" | "termsChanged" | null;
      papers: readonly PaperProblem[];
    };

/** What an assignee consents to and declares (A5.1, A5.3, A32), each by itself. */
export const takeOverDeclarations = ["terms", ...declarationsOf(true)] as const;

/**
 * Answers a request of the operator: whether the customer consents to the operator's assignment, or takes
 * a contract over (A31.1). Who takes over passes what an applicant passes: consent to the terms and the
 * declarations, stored with time, person and address (A5.1, A32.1), its registered information where there is
 * none yet (A5.1), and the maintenance contract of the hardware (A5.2).
 *
 * @throws Problem `notFound`, or `conflict` where it was answered or taken back meanwhile
 */
export async function answerConsent(
  principal: Principal,
  { requestId, clickId }: { requestId: string; clickId: string },
  typed: TypedAnswer,
): Promise<AnswerOutcome> {
  const { customerId, actor } = asMember(principal);
  const { request } = await readConsentForMember(principal, requestId);
  const target = { customerId, requestId, clickId };
  const text = (typed.text ?? "").toWellFormed().replaceAll("\0", "").trim().slice(0, 2000);
  const note = text ? consentNoteOf(principal, target, text) : null;
  const noteId = note?.noteId ?? null;
  if (typed.answer === "decline") {
    await sendToRequest(principal, actor, target, { type: "decline", noteId }, note?.write);
    return { outcome: "answered" };
  }
  if (request.kind !== "takeOver") {
    const event = { type: "agree", noteId, termsVersion: null } as const;
    await sendToRequest(principal, actor, target, event, note?.write);
    return { outcome: "answered" };
  }
  const today = tokyoDayText(principal.receivedAt);
  const { version } = await currentTerms(today);
  const papers = checkPapers(typed.papers, today, !(await isRegistered(customerId)));
  const undeclared = !takeOverDeclarations.every((kind) => typed.ticked.includes(kind));
  const changed = typed.termsVersion !== version;
  if (!papers.values || undeclared || changed) {
    const problem = undeclared ? "undeclared" : changed ? "termsChanged" : null;
    return { outcome: "invalid", problem, papers: papers.problems };
  }
  const { values } = papers;
  const event = { type: "agree", noteId, termsVersion: version } as const;
  const { userId, ipAddress, receivedAt } = principal;
  const given = { customerId, contractId: successorOf(requestId), termsVersion: version };
  await sendToRequest(principal, actor, target, event, async (tx) => {
    await note?.write(tx);
    await writePapers(tx, principal, { customerId, contractId: given.contractId }, values);
    const by = { consentedAt: new Date(receivedAt), userId, ipAddress };
    await writeConsents(
      tx,
      takeOverDeclarations.map((kind) => ({
        ...{ ...given, ...by, kind, consentId: newIdentifier() },
      })),
    );
  });
  return { outcome: "answered" };
}

async function isRegistered(customerId: string): Promise<boolean> {
  const scope = { role: "portal_app", customerId } as const;
  const found = await currentPortal().database.transaction(scope, (tx) =>
    readRegistration(tx, customerId),
  );
  return found !== null;
}

/** What the form of a take-over begins with: the company's name where it is not registered yet. */
const companyOf = (customerName: string): TypedStep => ({ companyName: customerName });

/** A request as a member reads it, with what its answer needs. */
export async function readAnswerPage(principal: Principal, requestId: string) {
  const page = await readConsentForMember(principal, requestId);
  const { customerId } = asMember(principal);
  const terms = await currentTerms(tokyoDayText(principal.receivedAt));
  return {
    page,
    hasPaper: hasDecision(page.request),
    signs: principal.roles.includes("owner"),
    termsVersion: terms.version,
    company: (await isRegistered(customerId)) ? null : companyOf(page.request.customerName),
  };
}
