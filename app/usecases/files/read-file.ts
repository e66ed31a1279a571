import { currentPortal } from "#app/portal.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readStoredFile } from "#db/queries/stored-files.ts";
import type { StaffRole } from "#machines/engine/actor.ts";

/** Who of the staff may read files of a purpose. */
const readers: Readonly<Record<string, StaffRole>> = {
  breachEvidence: "operations",
  matter: "operations",
};

/**
 * A stored file of any customer, for staff.
 *
 * @throws Problem `notFound` where there is none, `notAllowed` for roles that its purpose does not open
 */
export async function readFileForStaff(
  principal: Principal,
  customerId: string,
  fileId: string,
): Promise<{ name: string; contentType: string; bytes: Uint8Array }> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId, fileId);
  const file = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readStoredFile(tx, customerId, fileId),
  );
  if (!file) throw new Problem("notFound", `no file ${fileId}`);
  asStaff(principal, readers[file.purpose] ?? "admin");
  return file;
}
