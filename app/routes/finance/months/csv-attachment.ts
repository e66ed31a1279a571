import type { ExportedFile } from "#app/usecases/finance/months/journal/export-journal.ts";

/** A CSV file to save: never shown inside a page, never kept by a cache. */
export function csvAttachment({ fileName, bytes }: ExportedFile): Response {
  if (!/^[\w.-]+$/.test(fileName)) throw new Error(`Not a safe file name: ${fileName}`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "text/csv",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
