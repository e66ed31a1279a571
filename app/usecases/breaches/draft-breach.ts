import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import {
  checkFiles,
  type RefusedFile,
  type UploadedFile,
} from "#app/usecases/files/uploaded-file.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readContracts } from "#db/queries/contracts.ts";
import { readCustomer } from "#db/queries/operations/people.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { breachItems } from "#machines/terms/a16-termination.ts";
import { addEvidence } from "./add-evidence.ts";
import { noteOf, sendToCase } from "./send-to-case.ts";
import { typedText } from "./typed-text.ts";

/** What is wrong with a field of the form, by its name. */
export interface DraftProblems {
  item?: "missing";
  happenedOn?: "missing" | "ahead";
  contracts?: "missing";
  facts?: "missing" | "tooLong";
}

export type DraftResult =
  | { outcome: "drafted" }
  | { outcome: "invalid"; problems: DraftProblems; files: RefusedFile[] };

/** A breach as the form brings it: texts as they were typed. */
export interface TypedBreach {
  item: string | null;
  happenedOn: string | null;
  contractIds: readonly string[];
  facts: string | null;
}

/** The contracts of a customer that a breach can concern: formed, whether they live or have ended. */
const formed = ["accepted", "preparing", "active", "ended", "closed"];

/** The contracts of a customer that staff may choose from, in the order of their numbers. */
async function readFormed(principal: Principal, customerId: string) {
  asStaff(principal, "operations");
  requireIdentifiers(customerId);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const rows = await readContracts(tx, customerId);
    const contracts = rows
      .filter(({ status }) => formed.includes(status))
      .map(({ contractId, number, status }) => ({ contractId, number: number ?? "", status }))
      .toSorted((one, other) => (one.number < other.number ? -1 : 1));
    if (contracts.length === 0) throw new Problem("notFound", "the customer has no contract");
    const customer = await readCustomer(tx, customerId);
    return { customerName: customer?.name ?? "", contracts };
  });
}

/**
 * What the form of a new breach offers: the customer's contracts, and today as ISO day.
 *
 * @throws Problem `notFound` where the customer has no contract, `notAllowed` for other roles
 */
export async function readBreachForm(principal: Principal, customerId: string) {
  const found = await readFormed(principal, customerId);
  return { ...found, today: tokyoDay(principal.receivedAt).toString() };
}

/**
 * Notes a breach (違反) with its evidence, to be looked through before it is recorded (A15.1, A16.1,
 * A32). Nothing follows from it yet. Where anything is wrong, nothing is kept.
 *
 * @param caseId made by the page, so that sending the form twice makes one case
 * @throws Problem `notFound` where the customer has no contract, `notAllowed` for other roles
 */
export async function draftBreach(
  principal: Principal,
  { customerId, caseId }: { customerId: string; caseId: string },
  typed: TypedBreach,
  uploaded: readonly UploadedFile[],
): Promise<DraftResult> {
  const { contracts } = await readFormed(principal, customerId);
  if (!isIdentifier(caseId)) throw new Problem("invalid", "the case has no identifier");
  const today = tokyoDay(principal.receivedAt).toString();
  const item = breachItems.find((one) => one === typed.item);
  const day = isoDay.safeParse(typed.happenedOn);
  const known = new Set(contracts.map(({ contractId }) => contractId));
  const contractIds = typed.contractIds.filter((id) => known.has(id));
  const facts = typedText(typed.facts);
  const problems: DraftProblems = {
    ...(item ? {} : { item: "missing" as const }),
    ...(day.success ? {} : { happenedOn: "missing" as const }),
    ...(day.success && day.data > today ? { happenedOn: "ahead" as const } : {}),
    ...(contractIds.length > 0 ? {} : { contracts: "missing" as const }),
    ...(facts.problem ? { facts: facts.problem } : {}),
  };
  const files = checkFiles(uploaded);
  if (!item || !day.success || Object.keys(problems).length > 0 || files.refused.length > 0) {
    return { outcome: "invalid", problems, files: files.refused };
  }
  const target = { customerId, caseId, clickId: caseId };
  const note = noteOf(principal, target, "facts", facts.text);
  const event = { type: "draft", item, happenedOn: day.data, contractIds } as const;
  await sendToCase(principal, target, { ...event, noteId: note.noteId }, note.write);
  await addEvidence(principal, target, uploaded);
  return { outcome: "drafted" };
}
