import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { topState } from "#app/usecases/contracts/states.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import {
  readWorkNotes,
  readWorkOptions,
  type WorkNoteRow,
  type WorkOptionRow,
} from "#db/queries/inspections.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { dayOf, tokyoDayText } from "#machines/calendar.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { inspectionLastDay } from "#machines/terms/a11-inspection.ts";
import { signedNameOf } from "./send-to-work.ts";

/** Work as lists show it; days ISO. */
export interface WorkView {
  customerId: string;
  customerName: string;
  optionId: string;
  contractId: string;
  number: string;
  nameJa: string;
  nameEn: string;
  status: string;
  startDay: string | null;
  /** Of work that was reported and not objected to. */
  completedOn: string | null;
  lastDay: string | null;
  /** Whether it should have been inspected before today; nothing follows from that (A11). */
  isOverdue: boolean;
}

/** What one side said, and who signed it at which instant. */
export type WorkNoteView = Pick<
  WorkNoteRow,
  "noteId" | "kind" | "completedOn" | "text" | "signedName"
> & {
  day: string;
  at: string;
};

/** Work with all that was said of it, the latest first. */
export interface WorkPage {
  work: WorkView;
  /** How the last day of the inspection follows from the report. */
  derivation: Derivation | null;
  notes: WorkNoteView[];
}

function viewOf(row: WorkOptionRow, today: string): WorkView {
  const { stored, number, ...named } = row;
  const { value, context } = presentState<OptionContext>(stored);
  const { nameJa, nameEn, startDay, inspection } = context;
  const status = topState(value);
  const open = inspection && !inspection.objection ? inspection : null;
  const lastDay = status === "inspecting" && open ? open.lastDay : null;
  return {
    ...{ ...named, number: number ?? "", nameJa, nameEn, status, startDay },
    ...{ completedOn: open?.completedOn ?? null, lastDay },
    isOverdue: lastDay !== null && lastDay < today,
  };
}

function noteOf({ writtenAt, ...note }: WorkNoteRow): WorkNoteView {
  const { noteId, kind, completedOn, text, signedName } = note;
  const at = writtenAt.toISOString();
  return { noteId, kind, completedOn, text, signedName, at, day: tokyoDayText(at) };
}

async function readPage(
  tx: Handle,
  customerId: string,
  optionId: string,
  today: string,
): Promise<WorkPage> {
  if (![customerId, optionId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  const [row] = await readWorkOptions(tx, customerId, optionId);
  if (!row) throw new Problem("notFound", `no work ${optionId}`);
  const work = viewOf(row, today);
  const notes = (await readWorkNotes(tx, customerId, optionId)).map((note) => noteOf(note));
  const report = notes.findLast(({ kind }) => kind === "report");
  const found =
    work.lastDay && report?.completedOn
      ? inspectionLastDay(dayOf(report.completedOn), dayOf(report.day))
      : null;
  return { work, derivation: found?.derivation ?? null, notes: notes.toReversed() };
}

const todayOf = ({ receivedAt }: Principal) => tokyoDayText(receivedAt);

/** The work of the member's company, with what is to be inspected first (A11). */
export async function listOwnWork(principal: Principal): Promise<WorkView[]> {
  const { customerId } = asMember(principal);
  const scope = { role: "portal_app", customerId } as const;
  const rows = await currentPortal().database.transaction(scope, (tx) =>
    readWorkOptions(tx, customerId),
  );
  return rows.map((row) => viewOf(row, todayOf(principal)));
}

/** All work. Throws Problem `notAllowed` for other roles than operations. */
export async function listAllWork(principal: Principal): Promise<WorkView[]> {
  asStaff(principal, "operations");
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readWorkOptions(tx, null),
  );
  return rows.map((row) => viewOf(row, todayOf(principal)));
}

/** One piece of work of the member's company. Throws Problem `notFound` for somebody else's. */
export async function readWorkForMember(
  principal: Principal,
  optionId: string,
): Promise<WorkPage & { inspects: boolean; signer: string; today: string }> {
  const { customerId } = asMember(principal);
  const scope = { role: "portal_app", customerId } as const;
  const page = await currentPortal().database.transaction(scope, (tx) =>
    readPage(tx, customerId, optionId, todayOf(principal)),
  );
  const inspects = principal.roles.some((role) => role === "owner" || role === "technical");
  const signer = await signedNameOf(principal.userId);
  return { ...page, inspects, signer, today: todayOf(principal) };
}

/** One piece of work for staff. Throws Problem `notFound`, `notAllowed` for other roles than operations. */
export async function readWorkForStaff(
  principal: Principal,
  customerId: string,
  optionId: string,
): Promise<WorkPage> {
  asStaff(principal, "operations");
  return currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readPage(tx, customerId, optionId, todayOf(principal)),
  );
}
