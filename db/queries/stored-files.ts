import { and, asc, eq, getTableColumns } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { storedFile } from "#db/schema/stored-file.ts";

export type StoredFileRow = typeof storedFile.$inferInsert;

/** A stored file without its bytes. */
export type StoredFileFacts = Omit<typeof storedFile.$inferSelect, "bytes">;

const { bytes: _, ...facts } = getTableColumns(storedFile);

/** Keeps a file, in the transaction in which its machine hears of it. */
export async function writeStoredFile(tx: Handle, file: StoredFileRow): Promise<void> {
  await tx.insert(storedFile).values(file);
}

/** The files of a machine without their bytes, in the order in which they came. */
export async function listStoredFiles(
  tx: Handle,
  customerId: string,
  subjectId: string,
): Promise<StoredFileFacts[]> {
  return tx
    .select(facts)
    .from(storedFile)
    .where(and(eq(storedFile.customerId, customerId), eq(storedFile.subjectId, subjectId)))
    .orderBy(asc(storedFile.storedAt), asc(storedFile.fileId));
}

/** A file with its bytes; null where the customer has no such file. */
export async function readStoredFile(
  tx: Handle,
  customerId: string,
  fileId: string,
): Promise<typeof storedFile.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(storedFile)
    .where(and(eq(storedFile.customerId, customerId), eq(storedFile.fileId, fileId)));
  return row ?? null;
}
