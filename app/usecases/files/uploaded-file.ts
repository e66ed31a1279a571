import { createHash } from "node:crypto";
import { newIdentifier } from "#app/identifier.ts";
import type { Principal } from "#app/usecases/principal.ts";
import type { StoredFileRow } from "#db/queries/stored-files.ts";
import { contentTypeOf, type ContentType } from "./content-type.ts";

/** Bytes of one file at most, and how many may come with one form. */
export const mostFileBytes = 5 * 1024 * 1024;
export const mostFiles = 5;

/** A file as it came with a form. */
export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
  /** Whether it was larger than a file may be: its bytes are not complete. */
  isCut: boolean;
}

/** Why a file can't be kept. */
export type FileProblem = "tooLarge" | "empty" | "wrongType" | "disguised" | "tooMany";

/** A file that can be kept. */
export interface CheckedFile {
  name: string;
  bytes: Uint8Array;
  contentType: ContentType;
}

/** A file of which one knows what is wrong with it. */
export interface RefusedFile {
  name: string;
  problem: FileProblem;
}

const longestName = 120;

/** The last part of a name, without signs that no file should have; a name is only shown, never opened. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const shown = last.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, "");
  return shown.normalize("NFC").trim().slice(0, longestName).toWellFormed() || "file";
}

/** What names that end so say that a file is. */
const namedTypes: Readonly<Record<string, ContentType>> = {
  ...{ pdf: "application/pdf", png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg" },
  ...{ txt: "text/plain", log: "text/plain" },
};

/** Whether a file is named as something that its bytes are not, such as a script that is named as a photograph. */
function isDisguised(name: string, contentType: ContentType): boolean {
  const named = namedTypes[name.split(".").at(-1)?.toLowerCase() ?? ""];
  return named !== undefined && named !== contentType;
}

/** Sorts files into those that can be kept and those that can't, each with what is wrong. */
export function checkFiles(files: readonly UploadedFile[]): {
  kept: CheckedFile[];
  refused: RefusedFile[];
} {
  const kept: CheckedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const [place, { name: given, bytes, isCut }] of files.entries()) {
    const name = plainName(given);
    const contentType = contentTypeOf(bytes);
    if (place >= mostFiles) refused.push({ name, problem: "tooMany" });
    else if (isCut) refused.push({ name, problem: "tooLarge" });
    else if (bytes.length === 0) refused.push({ name, problem: "empty" });
    else if (!contentType) refused.push({ name, problem: "wrongType" });
    else if (isDisguised(name, contentType)) refused.push({ name, problem: "disguised" });
    else kept.push({ name, bytes, contentType });
  }
  return { kept, refused };
}

/** The row of a file for its machine, with its size in bytes and its digest; who hands it in has been asked. */
export function storedFileOf(
  { userId, receivedAt }: Principal,
  belongsTo: Pick<StoredFileRow, "customerId" | "subjectId" | "purpose">,
  { name, bytes, contentType }: CheckedFile,
): StoredFileRow {
  return {
    ...belongsTo,
    fileId: newIdentifier(),
    ...{ name, contentType, bytes },
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    storedBy: userId,
    storedAt: new Date(receivedAt),
  };
}
