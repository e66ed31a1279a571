import { access } from "#app/access.ts";
import { mostFileBytes, mostFiles, type UploadedFile } from "#app/usecases/files/uploaded-file.ts";
import { Problem } from "#app/usecases/problem.ts";
import { BodyTooLarge } from "./http-request.ts";
import { boundaryOf, MalformedForm, parseMultipart, textOf } from "./multipart.ts";

/** Bytes of a whole form with files: what is too large to keep is read as far as this, and told. */
export const mostUploadBytes = 64 * 1024 * 1024;

const limits = {
  ...{ fieldBytes: 64 * 1024, fileBytes: mostFileBytes },
  ...{ files: mostFiles, parts: 600 },
};

const withFiles = Object.entries(access)
  .filter(([, row]) => row.files)
  .map(([pattern]) => new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+")}(\\.data)?$`));

/** Whether the page at a path takes forms with files. */
export function takesFiles(path: string): boolean {
  return withFiles.some((pattern) => pattern.test(path));
}

/** A form as it came: its fields, and the files that were chosen. */
export interface Upload {
  fields: URLSearchParams;
  files: UploadedFile[];
}

/**
 * Reads a form with files, or a plain one, after the guard has let its sender through.
 *
 * @throws Problem `invalid` for what no browser sends, and for far more than a form may hold
 */
export async function readUpload(request: Request): Promise<Upload> {
  const boundary = boundaryOf(request.headers.get("content-type"));
  const fields = new URLSearchParams();
  if (!boundary || !request.body) {
    for (const [name, value] of await request.formData()) fields.append(name, String(value));
    return { fields, files: [] };
  }
  try {
    const files: UploadedFile[] = [];
    for (const { name, fileName, bytes, isCut } of await parseMultipart(
      request.body,
      boundary,
      limits,
    )) {
      if (fileName === null) {
        if (isCut) throw new MalformedForm("a field is too long");
        fields.append(name, textOf(bytes));
      } else if (fileName !== "" || bytes.length > 0) {
        files.push({ name: fileName, bytes, isCut });
      }
    }
    return { fields, files };
  } catch (error) {
    if (!(error instanceof BodyTooLarge || error instanceof MalformedForm)) throw error;
    throw new Problem("invalid", `a form with files: ${error.message}`);
  }
}
