import { useLocale } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import type { BreachItem } from "#machines/terms/a16-termination.ts";
import type { Bilingual } from "#machines/terms/articles.ts";

/** An item of A15.1 or A16.1, or A32, with its short words. */
export interface NamedItem {
  item: BreachItem;
  label: Bilingual;
}

/** An item's short words and its clause. */
export function ItemText({ item, label }: NamedItem) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {label[useLocale()]} <ClauseChip clause={item} />
    </span>
  );
}
