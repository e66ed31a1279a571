import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChips } from "../clause-chip.tsx";
import type { StatechartLayout } from "./picture.ts";

/** The statechart in words: every state with its ways on, the current ones marked. */
export function StatechartText({
  layout,
  active,
  visited,
}: {
  layout: StatechartLayout;
  active: ReadonlySet<string>;
  visited: ReadonlySet<string>;
}) {
  const words = useMessages().frame.statechart;
  return (
    <details className="mt-2 print:hidden">
      <summary className="text-key-900 inline-flex min-h-11 items-center underline underline-offset-4">
        {words.asText}
      </summary>
      <p className="mt-2 font-700">{words.legend}</p>
      <ul className="list-disc pl-6">
        {words.marks.map((mark) => (
          <li key={mark}>{mark}</li>
        ))}
      </ul>
      <ul className="mt-4 flex flex-col gap-3">
        {layout.states.map((state) => (
          <li key={state.key} className="border-line border-l-2 pl-4">
            <p className="font-700">
              {state.label}
              {active.has(state.key) ? ` ● ${words.current}` : ""}
              {!active.has(state.key) && visited.has(state.key) ? ` ✓ ${words.visited}` : ""}
            </p>
            {state.transitions.length === 0 ? (
              <p className="text-support">{words.noTransitions}</p>
            ) : (
              <ul className="list-disc pl-6">
                {state.transitions.map((transition, index) => (
                  <li key={index} className="py-0.5">
                    {transition.target
                      ? words.transition(transition.event, transition.target)
                      : words.stays(transition.event)}{" "}
                    <ClauseChips clauses={transition.clauses} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
