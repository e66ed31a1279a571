import { currentPortal } from "#app/portal.ts";
import { typedText, type TextProblem } from "#app/usecases/breaches/typed-text.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { readContractByNumber } from "#db/queries/assignees.ts";
import { consentNoteOf, sendToRequest, type ConsentTarget } from "./send-to-request.ts";

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
