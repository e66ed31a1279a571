import { formatDay } from "#app/i18n/format.ts";
import type { Derivation as Found } from "#machines/calendar/derivation.ts";
import { ClauseChip } from "./clause-chip.tsx";
import { Derivation } from "./derivation.tsx";

/**
 * A computed day with its clause and, on demand, why it is this day. `clause` is shown where the
 * derivation names none; without either the day stands alone, as in tables.
 *
 * @example
 * <ExplainedDay day={invoice.dueDay} derivation={invoice.dueDerivation} clause="A12.2" />
 */
export function ExplainedDay({
  day,
  derivation,
  clause,
}: {
  day: string;
  derivation: Found | null;
  clause?: string;
}) {
  const named = clause && (derivation?.clause ?? clause);
  return (
    <>
      <span className="inline-flex flex-wrap items-center gap-3">
        <time dateTime={day} className="figures">
          {formatDay(day)}
        </time>
        {named ? <ClauseChip clause={named} /> : null}
      </span>
      {derivation ? <Derivation of={derivation} /> : null}
    </>
  );
}
