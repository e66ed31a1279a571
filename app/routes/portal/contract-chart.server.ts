import { messagesFor, type Locale } from "#app/i18n/messages.ts";
import { layoutStatechart } from "#app/ui/statechart/layout.server.ts";
import type { StatechartLayout } from "#app/ui/statechart/picture.ts";
import { contractMachine } from "#machines/contract/machine.ts";

/** The contract machine's picture in a language, for a loader. */
export function contractChart(locale: Locale): Promise<StatechartLayout> {
  const { charts, picture } = messagesFor(locale).contract;
  return layoutStatechart(contractMachine, { labels: charts.contract, more: picture.more });
}
