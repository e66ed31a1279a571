import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import type { MaintenanceAnswer } from "#app/usecases/maintenance/plan-maintenance.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";

/**
 * What a form of the calendar answers: the page of what would happen, the form again with what is
 * wrong, or the way to the window once it is done.
 *
 * @param ask runs the use-case; true sends, false asks what would happen
 */
export async function answerForm(
  intent: string,
  typed: TypedFields,
  ask: (send: boolean) => Promise<MaintenanceAnswer>,
  done: string,
) {
  if (intent === "edit") return data({ typed, outcome: "edit" as const });
  const result = await answer(() => ask(intent === "send"));
  if (result.outcome === "sent") return redirect(done, 303);
  const status = result.outcome === "faults" ? 422 : 200;
  return data({ typed, ...result }, { status });
}
