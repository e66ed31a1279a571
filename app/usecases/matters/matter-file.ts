import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readStoredFile } from "#db/queries/stored-files.ts";

/**
 * A file of one of the member's own matters, whichever side handed it in.
 *
 * @throws Problem `notFound` where there is none, and for files that are none of the customer's to read
 */
export async function readMatterFile(
  principal: Principal,
  fileId: string,
): Promise<{ name: string; contentType: string; bytes: Uint8Array }> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(fileId)) throw new Problem("notFound", "no identifier");
  const scope = { role: "portal_app", customerId } as const;
  const file = await currentPortal().database.transaction(scope, (tx) =>
    readStoredFile(tx, customerId, fileId),
  );
  if (file?.purpose !== "matter") throw new Problem("notFound", `no file ${fileId}`);
  return file;
}
