import type { StateValue } from "xstate";
import { messagesFor, type Locale } from "#app/i18n/messages.ts";
import { layoutStatechart } from "#app/ui/statechart/layout.server.ts";
import type { StatechartLayout } from "#app/ui/statechart/picture.ts";
import { chartFollowed } from "#app/usecases/contracts/chart-followed.ts";
import { topState } from "#app/usecases/contracts/states.ts";

/** The outermost states in their order; several states inside one after the other count once. */
function outermostPath(passed: readonly StateValue[]): string[] {
  return passed.map(topState).filter((key, at, all) => key !== all[at - 1]);
}

/**
 * The contract machine's picture in a language, for a loader; `passed` are the states that the
 * contract has been in, in their order, the present one last. Without them the narrow
 * picture shows everything.
 */
export function contractChart(
  locale: Locale,
  passed: readonly StateValue[] = [],
): Promise<StatechartLayout> {
  const { charts, picture } = messagesFor(locale).contract;
  return layoutStatechart(chartFollowed, {
    labels: charts.contract,
    more: picture.more,
    unborn: "unopened",
    path: passed.length > 0 ? outermostPath(passed) : undefined,
  });
}
