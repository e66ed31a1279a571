import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import { Problem } from "#app/usecases/problem.ts";
import { deedNamed } from "../deeds.ts";
import type { refunds } from "#app/i18n/ja/refunds.ts";

type Fault = keyof (typeof refunds)["problems"];

/** Why nothing was recorded: which form, and what was typed into it. */
export interface SettleRefusal {
  error: Fault;
  intent: string;
  typed: string;
}

/** What a form asks for: what it records, and the word with which the page says so. */
export type Deeds = Record<
  string,
  { done: string; run(clickId: string, typed: string): Promise<Fault | null> }
>;

/** Runs what a form of a page asks for, and says why it was not done where it was not. */
export async function settleAction(page: string, form: FormData, deeds: Deeds) {
  const text = (name: string) => String(form.get(name) ?? "");
  const [intent, typed] = [text("intent"), text("text")];
  return answer(async () => {
    const deed = deedNamed(deeds, intent);
    const refused = (error: Fault, status: number) =>
      data({ error, intent, typed } satisfies SettleRefusal, { status });
    try {
      const fault = await deed.run(text("clickId"), typed);
      return fault ? refused(fault, 422) : redirect(`${page}?done=${deed.done}`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return refused("conflict", 409);
      throw error;
    }
  });
}
