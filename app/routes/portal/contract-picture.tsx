import { useMessages } from "#app/i18n/use-messages.ts";
import { activeStates } from "#app/ui/statechart/active-states.ts";
import type { StatechartLayout } from "#app/ui/statechart/picture.ts";
import { Statechart } from "#app/ui/statechart/statechart.tsx";
import type { ContractPictureData } from "#app/usecases/contracts/contract-view.ts";
import { ContractTimeline } from "./contract-timeline.tsx";

/**
 * The picture of one contract: its statechart with the present states marked, then its history and
 * deadlines. For the pages of customers and staff.
 *
 * @example
 * // loader: { view: await readContractForStaff(…), chart: await contractChart(locale) }
 * <ContractPicture picture={view.picture} chart={chart} forStaff />
 */
export function ContractPicture({
  picture,
  chart,
  forStaff = false,
}: {
  picture: ContractPictureData;
  chart: StatechartLayout;
  forStaff?: boolean;
}) {
  const t = useMessages().contract.picture;
  const present = new Set(activeStates(picture.state));
  const visited = picture.passed.flatMap((state) => activeStates(state));
  return (
    <>
      <section aria-labelledby="chart-title">
        <h2 id="chart-title">{t.chart}</h2>
        <p className="text-support mt-1 mb-4">{t.chartLead}</p>
        <Statechart
          layout={chart}
          current={picture.state}
          visited={visited.filter((path) => !present.has(path))}
        />
      </section>
      <section aria-labelledby="timeline-title">
        <h2 id="timeline-title" className="mb-4">
          {t.timeline}
        </h2>
        <ContractTimeline picture={picture} forStaff={forStaff} />
      </section>
    </>
  );
}
