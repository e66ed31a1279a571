import { typedText, type TextProblem } from "#app/usecases/breaches/typed-text.ts";
import { email, line } from "#app/usecases/orders/order-form/fields.ts";
import { currentPortal } from "#app/portal.ts";
import { writeProposedAssignee } from "#db/queries/consent-requests.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { readContracts } from "#db/queries/contracts.ts";
import { consentNoteOf, sendToRequest } from "./send-to-request.ts";

/** Contracts whose service is to begin or runs: what can be resold or assigned. */
const living = ["preparing", "active"];

/** What is wrong with a request, by field. */
export interface AskProblems {
  kind?: "missing";
  contractId?: "missing";
  text?: TextProblem;
  /** Codes of `order-form/fields.ts`. */
  assigneeName?: string;
  assigneeEmail?: string;
}

/** A request as the form brings it. */
export interface TypedAsking {
  kind: string | null;
  contractId: string | null;
  text: string | null;
  /** The company that is to take the contract over, and where it is written to; for an assignment. */
  assigneeName: string | null;
  assigneeEmail: string | null;
}

/** A field's value in its right form, or the code of what is wrong with it. */
function checked(schema: ReturnType<typeof line> | typeof email, typed: string | null) {
  const result = schema.safeParse(typed ?? "");
  return result.success
    ? { value: result.data, problem: null }
    : { value: "", problem: result.error.issues[0]?.message ?? "missing" };
}

/** The member's contracts that consent can be asked for, by number. */
export async function contractsForConsent(principal: Principal) {
  const { customerId } = asMember(principal);
  const rows = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    (tx) => readContracts(tx, customerId),
  );
  return rows
    .filter(({ status }) => living.includes(status))
    .map(({ contractId, number }) => ({ contractId, number: number ?? "" }))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

/**
 * Asks the operator for its consent in writing (承諾の請求): to resell the service (A14.5) or to assign the
 * contract (A31.1), with whom it proposes as assignee (譲受人). Nobody is written to before staff have looked at it.
 *
 * @param requestId made by the page, so that sending the form twice makes one request
 * @throws Problem `notAllowed` for members who do not sign
 */
export async function askConsent(
  principal: Principal,
  requestId: string,
  typed: TypedAsking,
): Promise<{ outcome: "asked" } | { outcome: "invalid"; problems: AskProblems }> {
  const { customerId, actor } = asMember(principal);
  const kind = (["resale", "assignment"] as const).find((one) => one === typed.kind);
  const contracts = await contractsForConsent(principal);
  const contract = contracts.find(({ contractId }) => contractId === typed.contractId);
  const { text, problem } = typedText(typed.text);
  const name = checked(line(100), typed.assigneeName);
  const address = checked(email, typed.assigneeEmail);
  const assigns = kind === "assignment";
  const problems: AskProblems = {
    ...(kind ? {} : { kind: "missing" as const }),
    ...(contract ? {} : { contractId: "missing" as const }),
    ...(assigns && name.problem ? { assigneeName: name.problem } : {}),
    ...(assigns && address.problem ? { assigneeEmail: address.problem } : {}),
    ...(problem ? { text: problem } : {}),
  };
  if (!kind || !contract || Object.keys(problems).length > 0) {
    return { outcome: "invalid", problems };
  }
  const target = { customerId, requestId, clickId: requestId };
  const note = consentNoteOf(principal, target, text);
  const event = {
    type: "ask",
    kind,
    contractId: contract.contractId,
    noteId: note.noteId,
  } as const;
  await sendToRequest(principal, actor, target, event, async (tx) => {
    await note.write(tx);
    if (!assigns) return;
    await writeProposedAssignee(tx, {
      ...{ customerId, requestId, companyName: name.value, email: address.value.toLowerCase() },
      ...{ writtenBy: principal.userId, writtenAt: new Date(principal.receivedAt) },
    });
  });
  return { outcome: "asked" };
}

/** Withdraws the member's own request before it is decided. Throws Problem `conflict` afterwards. */
export async function withdrawConsent(
  principal: Principal,
  { requestId, clickId }: { requestId: string; clickId: string },
): Promise<void> {
  const { customerId, actor } = asMember(principal);
  await sendToRequest(principal, actor, { customerId, requestId, clickId }, { type: "withdraw" });
}
