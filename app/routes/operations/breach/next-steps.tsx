import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { BreachCaseView } from "#app/usecases/breaches/read-case.ts";

/** What staff can do with a case now, the most pressing first; each on a page or step of its own. */
export function NextSteps({ view, page }: { view: BreachCaseView; page: string }) {
  const words = useMessages().breach.case;
  const { can, status, demand } = view;
  const steps = [
    can.demand && { to: `${page}/demand`, label: words.toDemand },
    can.cure && { to: `${page}?confirm=cure`, label: words.toCure },
    can.recordUncured && { to: `${page}?confirm=recordUncured`, label: words.toUncured },
    can.terminate && { to: `${page}/termination`, label: words.toTermination },
    can.suspend && { to: `${page}?confirm=suspend`, label: words.toSuspend },
    can.lift && { to: `${page}?confirm=lift`, label: words.toLift },
    can.close && { to: `${page}?confirm=close`, label: words.toClose },
  ].filter((step) => step !== false);
  return (
    <section className="flex flex-col gap-4">
      <h2>{words.next}</h2>
      {status === "demanded" && demand ? (
        <Notice title={words.periodRuns(formatDay(demand.until))} />
      ) : null}
      {status === "periodOver" ? <Notice kind="warning" title={words.periodOver} /> : null}
      {status === "uncured" ? <Notice kind="warning" title={words.uncured} /> : null}
      {steps.length === 0 ? <p className="text-support">{words.nothing}</p> : null}
      <div className="flex flex-wrap gap-3">
        {steps.map(({ to, label }, place) => (
          <LinkButton key={to} to={to} look={place === 0 ? "primary" : "secondary"}>
            {label}
          </LinkButton>
        ))}
      </div>
    </section>
  );
}
