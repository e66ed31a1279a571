import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import { Problem } from "#app/usecases/problem.ts";

/** What a form of staff led to: done, with the word of it, or why nothing was done. */
export type StaffOutcome = { done: string } | { error: string; intent: string };

/**
 * Runs what a form asks for. Done, it leads back to the page with the word of it; where the contract
 * has changed meanwhile, the page says so instead of an error page.
 */
export async function staffAction(page: string, intent: string, work: () => Promise<StaffOutcome>) {
  return answer(async () => {
    try {
      const outcome = await work();
      if ("done" in outcome) return redirect(`${page}?done=${outcome.done}`, 303);
      return data(outcome, { status: 422 });
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") {
        return data({ error: "conflict", intent }, { status: 409 });
      }
      throw error;
    }
  });
}
