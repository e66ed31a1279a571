import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { typedText, type TextProblem } from "#app/usecases/breaches/typed-text.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readAssignee, readContractByNumber, readLivingOptions } from "#db/queries/assignees.ts";
import { readContract } from "#db/queries/contracts.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { readConsentForStaff } from "./read-consents.ts";
import { consentNoteOf, sendToRequest, type ConsentTarget } from "./send-to-request.ts";

/** What is wrong with a decision, by field. */
export interface DecisionProblems {
  text?: TextProblem;
  effectiveDay?: "missing" | "notAhead";
  maintenance?: "missing";
}

/** A decision as the form brings it. */
export interface TypedDecision {
  text: string | null;
  effectiveDay: string | null;
  /** Ticked where staff have checked the assignee's maintenance contract (A5.2). */
  maintenance: string | null;
}

type Decided = { outcome: "decided" } | { outcome: "invalid"; problems: DecisionProblems };

/**
 * Decides on a request in writing: the consent with its conditions, or the refusal with its reason (A14.5,
 * A31.1). An assignment names the assignee's first day, which lies ahead.
 *
 * @throws Problem `notFound`, or `conflict` where it was decided or withdrawn meanwhile, or the assignee has
 *   not agreed
 */
export async function decideConsent(
  principal: Principal,
  target: ConsentTarget,
  decision: "consent" | "refuse",
  typed: TypedDecision,
): Promise<Decided> {
  const actor = asStaff(principal, "operations");
  const { request } = await readConsentForStaff(principal, target.customerId, target.requestId);
  const { text, problem } = typedText(typed.text);
  const assigns = decision === "consent" && request.kind === "assignment";
  const day = isoDay.safeParse(typed.effectiveDay);
  const today = tokyoDayText(principal.receivedAt);
  const problems: DecisionProblems = {
    ...(problem ? { text: problem } : {}),
    ...(assigns && !day.success ? { effectiveDay: "missing" as const } : {}),
    ...(assigns && day.success && day.data <= today ? { effectiveDay: "notAhead" as const } : {}),
    ...(assigns && !typed.maintenance ? { maintenance: "missing" as const } : {}),
  };
  if (Object.keys(problems).length > 0) return { outcome: "invalid", problems };
  const note = consentNoteOf(principal, target, text);
  const { noteId } = note;
  const event =
    decision === "refuse"
      ? ({ type: "refuse", noteId } as const)
      : ({ type: "consent", noteId, effectiveDay: assigns ? (day.data ?? null) : null } as const);
  await sendToRequest(principal, actor, target, event, note.write);
  return { outcome: "decided" };
}

/**
 * Names the assignee of a contract by its customer number and asks it (A31.1): it must be a customer with
 * registered information (A5.1), and another one than the assignor.
 *
 * @throws Problem `conflict` where the request waits for no assignee
 */
export async function nameAssignee(
  principal: Principal,
  target: ConsentTarget,
  typed: string | null,
): Promise<"named" | "unknown" | "unregistered" | "same"> {
  const actor = asStaff(principal, "operations");
  const { customerId, requestId } = target;
  const { request } = await readConsentForStaff(principal, customerId, requestId);
  const { contractId } = request;
  if (!contractId) throw new Problem("conflict", "the request concerns no contract");
  const number = Number((typed ?? "").trim());
  const found = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) => ({
      assignee: Number.isInteger(number) && number > 0 ? await readAssignee(tx, number) : null,
      contract: await readContract(tx, customerId, contractId),
      options: await readLivingOptions(tx, customerId, contractId),
    }),
  );
  const { assignee, contract, options } = found;
  if (!assignee) return "unknown";
  if (assignee.customerId === customerId) return "same";
  if (!assignee.isRegistered) return "unregistered";
  if (!contract?.startDay) throw new Problem("conflict", "the contract has no start day");
  const price = (menu: { annualPrice: number | null }) => menu.annualPrice ?? 0;
  const offer = {
    menuCodes: [contract.menuCode ?? "", ...options.map(({ menuCode }) => menuCode)],
    annualPrice: price(contract) + options.reduce((sum, option) => sum + price(option), 0),
    start: contract.startDay,
    termEnd: contract.termEnd,
  };
  const other = { customerId: assignee.customerId, requestId: newIdentifier() };
  const event = { type: "nameAssignee", assignorId: customerId, other, offer } as const;
  await sendToRequest(principal, actor, target, event);
  return "named";
}

/** What is wrong with a request to a customer, by field. */
export interface AskCustomerProblems {
  number?: "missing";
  text?: TextProblem;
}

/**
 * Asks a customer for its consent to the operator's own assignment (A31 binds both sides).
 *
 * @param requestId made by the page, so that sending the form twice makes one request
 */
export async function askCustomer(
  principal: Principal,
  requestId: string,
  typed: { number: string | null; text: string | null },
): Promise<
  { outcome: "asked"; customerId: string } | { outcome: "invalid"; problems: AskCustomerProblems }
> {
  const actor = asStaff(principal, "operations");
  const { text, problem } = typedText(typed.text);
  const number = (typed.number ?? "").trim();
  const contract = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readContractByNumber(tx, number),
  );
  const problems: AskCustomerProblems = {
    ...(contract ? {} : { number: "missing" as const }),
    ...(problem ? { text: problem } : {}),
  };
  if (!contract || problem) return { outcome: "invalid", problems };
  const { customerId, contractId } = contract;
  const target = { customerId, requestId, clickId: requestId };
  const note = consentNoteOf(principal, target, text);
  const event = { type: "askCustomer", contractId, noteId: note.noteId } as const;
  await sendToRequest(principal, actor, target, event, note.write);
  return { outcome: "asked", customerId };
}

/** Takes a request of the operator's own back. Throws Problem `conflict` once it is answered. */
export async function takeBackRequest(principal: Principal, target: ConsentTarget): Promise<void> {
  const actor = asStaff(principal, "operations");
  await sendToRequest(principal, actor, target, { type: "takeBack" });
}
