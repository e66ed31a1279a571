import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import type { BreachCaseView } from "#app/usecases/breaches/read-case.ts";
import { DebtsTable } from "./debts-table.tsx";

export type Consequence = "demand" | "due" | "antiSocial";

/** What recording brings about, with the debts that fall due, then one button (A16.2). */
export function ReviewSection({
  view,
  consequence,
  clickId,
}: {
  view: BreachCaseView;
  consequence: Consequence;
  clickId: string;
}) {
  const words = useMessages().breach.case;
  const { always, demand, due, atOnce, antiSocial, suspend } = words.recordHappens;
  const then = { demand: [demand], due: [due, atOnce], antiSocial: [antiSocial] }[consequence];
  return (
    <section className="border-line flex flex-col gap-6 rounded-12 border bg-white p-6">
      <h2>{words.review}</h2>
      <p>{words.reviewLead}</p>
      <ul className="measure flex list-disc flex-col gap-2 pl-6">
        {[always, ...then, suspend].map(({ text, clause }) => (
          <li key={text}>
            {text} <ClauseChip clause={clause} />
          </li>
        ))}
      </ul>
      {consequence === "due" ? <DebtsTable debts={view.debts} /> : null}
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="clickId" value={clickId} />
        <Button
          name="intent"
          value="record"
          size="large"
          look={consequence === "due" ? "danger" : "primary"}
        >
          {words.record}
        </Button>
        <Button name="intent" value="discard" size="large" look="secondary">
          {words.discard}
        </Button>
      </Form>
    </section>
  );
}
