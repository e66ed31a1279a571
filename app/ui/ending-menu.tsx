import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "./clause-chip.tsx";
import { Notice } from "./notice.tsx";

/**
 * Says of a menu that it is to be discontinued: its last day, and that its fee is by days (A20). Nothing
 * where it goes on.
 *
 * @example
 * <EndingMenu name={menu.nameJa} lastDay={menu.lastDay} />
 */
export function EndingMenu({ name, lastDay }: { name: string; lastDay: string | null }) {
  const t = useMessages().order.menu;
  if (lastDay === null) return null;
  return (
    <Notice kind="warning" title={t.ending(name, formatDay(lastDay))}>
      {t.endingText} <ClauseChip clause="A20.1" />
    </Notice>
  );
}
