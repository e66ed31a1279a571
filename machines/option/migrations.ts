import { dayOf } from "../calendar.ts";
import type { Migration } from "../engine/definition.ts";
import { termFrom } from "../terms/a10-term.ts";
import { emptyOption, type OptionContext } from "./context.ts";

/**
 * Version 1 heard of nothing but its contract. All its options began with theirs, so that its first term is
 * the contract's; later ones follow from it.
 */
export const fromVersion1: Migration = ({ status, value, context: stored }) => {
  const earlier = stored as unknown as OptionContext;
  const { startDay, kind } = earlier;
  const first = startDay !== null && kind !== "work" ? termFrom(dayOf(startDay)) : null;
  const term = first && { start: first.start.toString(), end: first.end.toString() };
  const { inspection: _, ...empty } = emptyOption;
  const context = { ...empty, ...earlier, term };
  return {
    status,
    value: value === "active" ? { active: { service: "running", exit: "none" } } : value,
    context: context as unknown as typeof stored,
  };
};

/**
 * Version 2 knew no inspection: of work that was under way nothing had been reported (A11). Nor did it know
 * loans: a device that was lent before is not followed.
 */
export const fromVersion2: Migration = ({ context, ...rest }) => ({
  ...rest,
  context: { ...context, inspection: null },
});

/** Version 3 held the same: what is recorded of an end that was over before the contract's has changed. */
export const fromVersion3: Migration = (snapshot) => snapshot;
