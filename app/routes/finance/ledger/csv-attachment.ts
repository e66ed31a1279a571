import type { ExportedFile } from "#app/usecases/finance/months/journal/export-journal.ts";
import { storedFileAttachment } from "../../portal/attachment.ts";

/** A CSV file to be saved. */
export const csvAttachment = ({ fileName, bytes }: ExportedFile): Response =>
  storedFileAttachment({ name: fileName, contentType: "text/csv; charset=utf-8", bytes });
