import { isIdentifier } from "#app/identifier.ts";
import {
  checkFiles,
  storedFileOf,
  type RefusedFile,
  type UploadedFile,
} from "#app/usecases/files/uploaded-file.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { writeStoredFile } from "#db/queries/stored-files.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { sendToCase, type BreachTarget } from "./send-to-case.ts";

/** How files were taken: with what is wrong with those that were not. */
export interface EvidenceResult {
  added: number;
  refused: RefusedFile[];
}

/**
 * Adds files of evidence (証拠) to a case; each is stored with the event that names it and its digest.
 * Where one of them can't be kept, none is.
 *
 * @throws Problem `notFound`, `conflict` where the case is over, `notAllowed` for other roles
 */
export async function addEvidence(
  principal: Principal,
  target: BreachTarget,
  uploaded: readonly UploadedFile[],
): Promise<EvidenceResult> {
  asStaff(principal, "operations");
  const { kept, refused } = checkFiles(uploaded);
  if (refused.length > 0) return { added: 0, refused };
  const { customerId, caseId: subjectId, clickId } = target;
  for (const [n, file] of kept.entries()) {
    const row = storedFileOf(principal, { customerId, subjectId, purpose: "breachEvidence" }, file);
    const click = isIdentifier(clickId) ? derivedId(clickId, `evidence/${n}`) : clickId;
    await sendToCase(
      principal,
      { ...target, clickId: click },
      { type: "addEvidence", fileId: row.fileId, sha256: row.sha256 },
      (tx) => writeStoredFile(tx, row),
    );
  }
  return { added: kept.length, refused };
}
