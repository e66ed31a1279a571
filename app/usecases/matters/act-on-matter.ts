import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import {
  checkFiles,
  storedFileOf,
  type RefusedFile,
  type UploadedFile,
} from "#app/usecases/files/uploaded-file.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { findMatter, writeMatterNote, writeMatterValues } from "#db/queries/matters.ts";
import { writeStoredFile, type StoredFileRow } from "#db/queries/stored-files.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { matterKinds, type MatterKind } from "#machines/matters/kinds.ts";
import { needsEvidence } from "#machines/terms/a13-registered-information.ts";
import { eventOfMatterAct } from "./act-event.ts";
import { readMatterForm, type MatterProblems, type MatterValues } from "./act-form.ts";
import { actsOf, openingOf, personFields, type MatterAct, type MatterSide } from "./acts.ts";
import { checkOwnPlace, placeNamedByStaff } from "./place-of-matter.ts";
import { changesOf, writeChangedRegistration } from "./registered-change.ts";
import { actorOnMatter, sendToMatter, type MatterTarget } from "./send-to-matter.ts";

/** A form as it came: its fields, and the files that were chosen. */
export interface MatterForm {
  fields: URLSearchParams;
  files: readonly UploadedFile[];
}

/** How an act ended: done, or what is wrong with its form. */
export type MatterOutcome =
  | { outcome: "done"; customerId: string; matterId: string }
  | { outcome: "invalid"; problems: MatterProblems; refused: RefusedFile[] };

type Change = Awaited<ReturnType<typeof changesOf>>[number];

/** Everything that an act brings beside its event. */
interface Bringing {
  act: MatterAct;
  values: MatterValues;
  files: StoredFileRow[];
  changes: readonly Change[];
}

/** The kind that an address names. Throws Problem `notFound` for none. */
export const kindNamed = (name: string): MatterKind => {
  const kind = matterKinds.find((one) => one === name);
  if (!kind) throw new Problem("notFound", `no matter is called ${name}`);
  return kind;
};

function requireAct(kind: MatterKind, side: MatterSide, type: string): MatterAct {
  const acts = actsOf(kind);
  const act = Object.hasOwn(acts, type) ? acts[type] : undefined;
  if (!act || act.opens || act.side !== side) throw new Problem("notFound", `no act ${type}`);
  return act;
}

/** The act of a side that an address names. Throws Problem `notFound` for none. */
export function requireActName(kind: MatterKind, side: MatterSide, name: string): string {
  requireAct(kind, side, name);
  return name;
}

/** Reads what was typed and chosen, with what is wrong of either. */
function readAct(kind: MatterKind, act: MatterAct, form: MatterForm, today: string) {
  const { values, problems } = readMatterForm(kind, act, form.fields, today);
  const { kept, refused } = checkFiles(act.fields.includes("files") ? form.files : []);
  const lacksFiles =
    act.fields.includes("files") && !act.optional?.includes("files") && form.files.length === 0;
  if (lacksFiles) problems.files = "missing";
  return { values, problems, kept, refused };
}

const isWrong = (problems: MatterProblems, refused: readonly RefusedFile[]) =>
  Object.keys(problems).length > 0 || refused.length > 0;

/** Sends the event of an act, and writes its words, files and values with it. */
async function perform(
  principal: Principal,
  kind: MatterKind,
  type: string,
  target: MatterTarget,
  { act, values, files, changes }: Bringing,
): Promise<void> {
  const { customerId, matterId } = target;
  const { userId, receivedAt } = principal;
  const actor = actorOnMatter(principal, act.side, customerId);
  const text = typeof values.note === "string" ? values.note : null;
  const noteId = text === null ? null : newIdentifier();
  const changed = changes.map(({ name }) => name);
  const event = eventOfMatterAct(kind, type, act, values, {
    ...{ noteId, changed },
    files: files.map(({ fileId, sha256 }) => ({ fileId, sha256 })),
  });
  await sendToMatter(principal, actor, kind, target, event, async (tx: Handle) => {
    if (noteId !== null && text !== null) {
      const side = act.side === "customer" ? ("customer" as const) : ("operator" as const);
      const at = { writtenBy: userId, writtenAt: new Date(receivedAt) };
      await writeMatterNote(tx, { customerId, matterId, noteId, side, text, ...at });
    }
    for (const file of files) await writeStoredFile(tx, file);
    const own = { customerId, matterId };
    await writeMatterValues(
      tx,
      changes.map((change, place) => ({ ...own, place, ...change })),
    );
    if (kind === "informationChange" && type === "apply") {
      await writeChangedRegistration(tx, { ...own, at: receivedAt });
    }
  });
}

/** Where a matter that begins belongs: chosen by a member among its own, or named by staff. */
async function placeOf(principal: Principal, side: MatterSide, values: MatterValues) {
  if (side === "operations") {
    asStaff(principal, "operations");
    return placeNamedByStaff(values);
  }
  const { customerId } = asMember(principal);
  const problems = await checkOwnPlace(principal, values);
  return Object.keys(problems).length > 0 ? { problems } : { customerId };
}

/** The values of a matter that lie outside the log: what is registered, or who is named. */
async function valuesOf(
  kind: MatterKind,
  customerId: string,
  values: MatterValues,
): Promise<Change[]> {
  if (kind === "informationChange") return changesOf(customerId, values);
  if (kind !== "incidentContact") return [];
  return personFields.flatMap((name) => {
    const after = values[name];
    return typeof after === "string" ? [{ name, before: null, after }] : [];
  });
}

/** What is wrong with a change of registered information beside its fields. */
function problemsOfChange(changes: readonly Change[], files: number): MatterProblems {
  if (changes.length === 0) return { companyName: "unchanged" };
  const isProved = files > 0 || !needsEvidence(changes.map(({ name }) => name));
  return isProved ? {} : { files: "evidence" };
}

/**
 * Begins a matter (届出・依頼) from its form: by a member for its company, by staff for the customer they name.
 *
 * @param matterId made by the page, so that sending the form twice makes one matter
 * @throws Problem `notFound` for no kind that this side begins, `notAllowed` for other roles
 */
export async function openMatter(
  principal: Principal,
  side: MatterSide,
  { kind: kindName, matterId }: { kind: string; matterId: string },
  form: MatterForm,
): Promise<MatterOutcome> {
  const kind = kindNamed(kindName);
  const type = openingOf(kind, side);
  const act = type === null ? undefined : actsOf(kind)[type];
  if (type === null || !act) throw new Problem("notFound", `${side} begins no ${kind}`);
  if (!isIdentifier(matterId)) throw new Problem("invalid", "the matter has no identifier");
  const { values, problems, kept, refused } = readAct(
    ...([kind, act, form, tokyoDay(principal.receivedAt).toString()] as const),
  );
  if (isWrong(problems, refused)) return { outcome: "invalid", problems, refused };
  const place = await placeOf(principal, side, values);
  if ("problems" in place) return { outcome: "invalid", problems: place.problems, refused: [] };
  const { customerId } = place;
  const changes = await valuesOf(kind, customerId, values);
  const wrong = kind === "informationChange" ? problemsOfChange(changes, kept.length) : {};
  if (isWrong(wrong, [])) return { outcome: "invalid", problems: wrong, refused: [] };
  const target = { customerId, matterId, clickId: matterId };
  const owner = { customerId, subjectId: matterId, purpose: "matter" as const };
  const files = kept.map((file) => storedFileOf(principal, owner, file));
  const { customerId: _, ...named } = place;
  const bringing = { act, values: { ...values, ...named }, files, changes };
  await perform(principal, kind, type, target, bringing);
  return { outcome: "done", customerId, matterId };
}

/**
 * Does one of `matterActs` with a matter, as its form asks for it.
 *
 * @throws Problem `notFound` for a matter or an act that does not exist, `conflict` where the matter does
 *   not take it now, `notAllowed` for other roles
 */
export async function actOnMatter(
  principal: Principal,
  side: MatterSide,
  target: MatterTarget,
  type: string,
  form: MatterForm,
): Promise<MatterOutcome> {
  const { customerId, matterId } = target;
  const { kind } = await requireMatter(principal, side, target);
  const act = requireAct(kind, side, type);
  const { values, problems, kept, refused } = readAct(
    ...([kind, act, form, tokyoDay(principal.receivedAt).toString()] as const),
  );
  if (isWrong(problems, refused)) return { outcome: "invalid", problems, refused };
  const owner = { customerId, subjectId: matterId, purpose: "matter" as const };
  const files = kept.map((file) => storedFileOf(principal, owner, file));
  await perform(principal, kind, type, target, { act, values, files, changes: [] });
  return { outcome: "done", customerId, matterId };
}

/**
 * A matter of the member's own, or any for staff.
 *
 * @throws Problem `notFound` where there is none, `notAllowed` for other roles
 */
export async function requireMatter(
  principal: Principal,
  side: MatterSide,
  { customerId, matterId }: Pick<MatterTarget, "customerId" | "matterId">,
) {
  actorOnMatter(principal, side, customerId);
  if (![customerId, matterId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  const scope =
    side === "operations"
      ? ({ role: "portal_staff" } as const)
      : ({ role: "portal_app", customerId } as const);
  const matter = await currentPortal().database.transaction(scope, (tx) =>
    findMatter(tx, customerId, matterId),
  );
  if (!matter) throw new Problem("notFound", `no matter ${matterId}`);
  return { matter, kind: kindNamed(matter.kind) };
}
