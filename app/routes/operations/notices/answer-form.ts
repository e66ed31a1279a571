import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";

/**
 * What a form with a page of review answers: the page of what would happen, the form again with what is
 * wrong, or the way to the thing itself once it is done.
 *
 * @param ask runs the use-case; true sends, false asks what would happen
 */
export async function answerForm<Answer extends { outcome: string }>(
  intent: string,
  typed: TypedFields,
  ask: (send: boolean) => Promise<Answer | { outcome: "sent" }>,
  done: string,
) {
  if (intent === "edit") return data({ typed, outcome: "edit" as const });
  const result = await answer(() => ask(intent === "send"));
  if (result.outcome === "sent") return redirect(done, 303);
  const status = result.outcome === "faults" ? 422 : 200;
  return data({ typed, ...(result as Exclude<Answer, { outcome: "sent" }>) }, { status });
}
