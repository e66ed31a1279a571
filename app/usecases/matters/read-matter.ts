import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import {
  listMatterNotes,
  readMatterValues,
  type MatterNoteRow,
  type NamedMatter,
} from "#db/queries/matters.ts";
import { listStoredFiles } from "#db/queries/stored-files.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { MatterContext } from "#machines/matters/context.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import { matterActsOpen } from "./act-event.ts";
import { requireMatter } from "./act-on-matter.ts";
import { actsOf, type MatterSide } from "./acts.ts";

/** A matter with all that its page shows. Days are ISO. */
export interface MatterPage {
  kind: MatterKind;
  matter: Omit<NamedMatter, "changedAt">;
  grantsAuthority: boolean;
  isPersonalData: boolean;
  values: { name: string; before: string | null; after: string }[];
  notes: (Pick<MatterNoteRow, "noteId" | "side" | "text"> & { at: string })[];
  files: { fileId: string; name: string; contentType: string; size: number; at: string }[];
  /** What this side may do now, by name. */
  acts: string[];
}

/**
 * A matter for staff, or for a member of the customer that it belongs to.
 *
 * @throws Problem `notFound` where there is none, `notAllowed` for other roles
 */
export async function readMatter(
  principal: Principal,
  side: MatterSide,
  ids: { customerId: string; matterId: string },
): Promise<MatterPage> {
  const { matter: found, kind } = await requireMatter(principal, side, ids);
  const { customerId, matterId } = ids;
  const { changedAt: _, ...matter } = found;
  const at = principal.receivedAt;
  return currentPortal().database.transaction({ role: "portal_engine" }, async (tx) => {
    const stored = await readMachineSnapshot(tx, customerId, { machineId: matterId, kind });
    if (!stored) throw new Problem("notFound", `no matter ${matterId}`);
    const snapshot = presentState<MatterContext>(stored);
    const { grantsAuthority, isPersonalData } = snapshot.context;
    const notes = await listMatterNotes(tx, customerId, matterId);
    const files = await listStoredFiles(tx, customerId, matterId);
    const open = matterActsOpen(kind, snapshot, principal.roles, {
      at,
      day: tokyoDay(at).toString(),
    });
    return {
      ...{ kind, matter, grantsAuthority, isPersonalData },
      values: await readMatterValues(tx, customerId, matterId),
      notes: notes.map(({ noteId, side: by, text, writtenAt }) => ({
        ...{ noteId, side: by, text, at: writtenAt.toISOString() },
      })),
      files: files.map(({ fileId, name, contentType, size, storedAt }) => ({
        ...{ fileId, name, contentType, size, at: storedAt.toISOString() },
      })),
      acts: open.filter((type) => actsOf(kind)[type]?.side === side),
    };
  });
}
