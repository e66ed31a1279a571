import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import type { BreachCaseView } from "#app/usecases/breaches/read-case.ts";

const neutral = {
  ...{ subject: "", to: "", startDay: "", endDay: "", dueDay: "", period: "", amount: "" },
  ...{ reason: "", cause: "", audience: "customer" as const },
};

/** What has happened to a case, and the end of its period where one is running. */
export function CaseTimeline({ view }: { view: BreachCaseView }) {
  const t = useMessages();
  const said: Record<string, (facts: typeof neutral) => string> = t.contract.history.breachCase;
  const words = t.breach.case;
  const { demand, status } = view;
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title" className="mb-4">
        {words.timeline}
      </h2>
      <Timeline
        today={view.today}
        past={view.events.map(({ seq, type, at, by, clauses }) => ({
          id: String(seq),
          when: formatInstant(at),
          dateTime: at,
          title: said[type]?.(neutral) ?? type,
          actor: by ?? words.deadline,
          clauses,
        }))}
        coming={
          demand && status === "demanded"
            ? [
                {
                  id: "periodEnds",
                  when: words.dayEnd(formatDay(demand.until)),
                  dateTime: demand.overAt,
                  title: t.contract.charts.breachCase.events.periodEnds,
                  clauses: ["A16.1(1)"],
                },
              ]
            : []
        }
      />
    </section>
  );
}
