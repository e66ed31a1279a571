import type { Messages } from "#app/i18n/messages.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";

/** What is said after an act was done; a matter that has just begun is named by its kind. */
export function doneWord(
  t: Messages["matters"],
  kind: MatterKind,
  done: string | null,
): string | null {
  if (done === null) return null;
  if (done === kind) return t.begun;
  return t.acts[kind]?.[done]?.done ?? null;
}
