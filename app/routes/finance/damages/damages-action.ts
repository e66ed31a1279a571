import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import {
  claimDamages,
  recordDispute,
  waiveDamages,
  type ReasonFault,
} from "#app/usecases/finance/decide-damages.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

/** What the forms of an invoice's page ask for. */
const intents = ["claim", "waive", "dispute", "endDispute"] as const;
type Intent = (typeof intents)[number];

const doneOf = {
  claim: "claimed",
  waive: "waived",
  dispute: "disputed",
  endDispute: "ended",
} as const satisfies Record<Intent, string>;

/** Why nothing was done: which form, and what was typed into it. */
export interface DamagesRefusal {
  error: ReasonFault | "conflict";
  intent: Intent;
  typed: string;
}

/** Runs what a form about damages or a dispute asks for, and says why it was not done where it was not. */
export async function damagesAction(
  principal: Principal,
  key: { customerId: string; invoiceId: string },
  form: FormData,
) {
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = text("reason");
  const target = { ...key, clickId: text("clickId") };
  return answer(async () => {
    const intent = intents.find((one) => one === text("intent"));
    if (!intent) throw new Problem("invalid", "no such form");
    const refused = (error: DamagesRefusal["error"], status: number) =>
      data({ error, intent, typed } satisfies DamagesRefusal, { status });
    try {
      let fault: ReasonFault | null = null;
      if (intent === "claim") await claimDamages(principal, target, text("amount"));
      else if (intent === "waive") {
        fault = await waiveDamages(principal, target, text("amount"), typed);
      } else fault = await recordDispute(principal, target, intent, typed);
      if (fault) return refused(fault, 422);
      const page = `/finance/invoices/${key.customerId}/${key.invoiceId}`;
      return redirect(`${page}?done=${doneOf[intent]}`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return refused("conflict", 409);
      throw error;
    }
  });
}
