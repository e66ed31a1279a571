import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import { explainPoint, retractExplanation } from "#app/usecases/finance/months/explain-point.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

/** Runs what a form of a month's page asks for, and says why it was not done where it was not. */
export async function monthAction(principal: Principal, month: string, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const [check, subject] = [text("check"), text("subject")];
  const target = { month, clickId: text("clickId"), check, subject };
  const refused = (
    error: "reasonMissing" | "reasonTooLong" | "gone" | "conflict",
    status: number,
  ) => data({ error, point: `${check}/${subject}`, typed: text("text") }, { status });
  return answer(async () => {
    try {
      if (text("intent") === "retract") {
        await retractExplanation(principal, target);
        return redirect(`/finance/months/${month}?done=retracted`, 303);
      }
      const fault = await explainPoint(principal, target, text("text"));
      if (fault) return refused(fault, 422);
      return redirect(`/finance/months/${month}?done=explained`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return refused("conflict", 409);
      throw error;
    }
  });
}
