import type { Messages } from "#app/i18n/messages.ts";

/** Fields that are chosen rather than typed. */
const chosen = ["clause", "scope", "menus", "start", "refund"];

/** The sentences for what is wrong with a form, by field, in the order of the dictionary's fields. */
export function faultWords(
  t: Messages["restrictions"],
  faults: Readonly<Record<string, string | undefined>>,
): { id: string; message: string }[] {
  const words: Record<string, (label: string) => string> = t.faults;
  return Object.entries(t.fields as Record<string, string>).flatMap(([id, label]) => {
    const fault = faults[id];
    if (fault === undefined) return [];
    const say = fault === "missing" && chosen.includes(id) ? t.faults.choose : words[fault];
    return [{ id, message: (say ?? t.faults.missing)(label) }];
  });
}
