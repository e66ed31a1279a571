import { useId } from "react";
import type { StateValue } from "xstate";

import { useMessages } from "#app/i18n/use-messages.ts";
import { activeStates } from "./active-states.ts";
import type { Picture, StatechartLayout } from "./picture.ts";
import { StatechartSvg } from "./statechart-svg.tsx";
import { StatechartText } from "./statechart-text.tsx";

/**
 * The picture of a machine with its current states marked, and the same in words below it. `layout`
 * comes from a loader (`layoutStatechart`), `current` is the snapshot's value, `visited` the paths
 * of states passed before. Wide pictures scroll in a labelled region that takes the focus.
 *
 * @example
 * <Statechart layout={chart} current={contract.state} visited={["draft", "submitted"]} />
 */
export function Statechart({
  layout,
  current,
  visited = [],
}: {
  layout: StatechartLayout;
  current: StateValue;
  visited?: readonly string[];
}) {
  const id = useId();
  const words = useMessages().frame.statechart;
  const active = new Set(activeStates(current));
  const passed = new Set(visited);
  const labels = new Map(layout.states.map((state) => [state.key, state.label]));
  const leaves = [...active].filter(
    (key) => ![...active].some((other) => other.startsWith(`${key}.`)),
  );
  const description = words.description(leaves.map((key) => labels.get(key) ?? key).join(", "));
  const region = (picture: Picture, width: "wide" | "narrow") => (
    <div
      role="region"
      aria-label={words.region(layout.name)}
      tabIndex={0}
      className={`border-line overflow-x-auto rounded-12 border bg-white p-2 sm:p-4 ${width === "wide" ? "hidden lg:block print:block" : "lg:hidden print:hidden"}`}
    >
      <div className="mx-auto w-fit max-w-full">
        <StatechartSvg
          id={`${id}-${width}`}
          picture={picture}
          title={words.title(layout.name)}
          description={description}
          active={active}
          visited={passed}
          words={words}
        />
      </div>
    </div>
  );
  return (
    <figure className="flex flex-col gap-3">
      {region(layout.wide, "wide")}
      {region(layout.narrow, "narrow")}
      <figcaption>
        <p className="font-700">
          <span aria-hidden="true">● </span>
          {description}
        </p>
        <StatechartText layout={layout} active={active} visited={passed} />
      </figcaption>
    </figure>
  );
}
