import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import {
  proposeCharge,
  proposeCredit,
  proposeWriteOff,
  type AdjustmentFault,
  type Proposed,
} from "#app/usecases/finance/adjustments/propose.ts";
import type { InvoiceKey } from "#app/usecases/finance/adjustments/read-adjustment.ts";
import { declareSetOff } from "#app/usecases/finance/adjustments/set-off.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

const intents = ["credit", "whole", "writeOff", "charge", "setOff"] as const;
export type AdjustmentIntent = (typeof intents)[number];

/** Why nothing was done: which form, what is wrong, and what was typed into it by field. */
export interface AdjustmentRefusal {
  intent: AdjustmentIntent;
  error: AdjustmentFault | "conflict";
  typed: Record<string, string>;
}

/** Does what a form of the page asks for, and says why it was not done where it was not. */
export async function adjustmentAction(principal: Principal, key: InvoiceKey, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(name)]));
  const target = { ...key, approvalId: text("id") };
  const propose = (intent: Exclude<AdjustmentIntent, "setOff">): Promise<Proposed> => {
    const reason = text("reason");
    if (intent === "writeOff") return proposeWriteOff(principal, target, reason);
    if (intent === "charge") {
      const [charge, net, on, item] = ["charge", "net", "on", "item"].map(text);
      const asked = { charge: charge ?? "", net: net ?? "", on: on ?? "", item: item ?? "" };
      return proposeCharge(principal, target, { ...asked, reason });
    }
    const lines = [...form.keys()].filter((name) => name.startsWith("line."));
    const amounts = lines.map((_, n) => text(`line.${n}`));
    return proposeCredit(principal, target, {
      typed: amounts,
      isWhole: intent === "whole",
      reason,
    });
  };
  return answer(async () => {
    const intent = intents.find((one) => one === text("intent"));
    if (!intent) throw new Problem("invalid", "no such form");
    const refused = (error: AdjustmentRefusal["error"], status: number) =>
      data({ intent, error, typed } satisfies AdjustmentRefusal, { status });
    try {
      if (intent === "setOff") {
        const clickId = text("id");
        const fault = await declareSetOff(principal, { ...key, clickId }, (id) =>
          text(`debt.${id}`),
        );
        if (fault) return refused(fault, 422);
        const page = `/finance/invoices/${key.customerId}/${key.invoiceId}/adjustment`;
        return redirect(`${page}?done=setOff`, 303);
      }
      const outcome = await propose(intent);
      if ("fault" in outcome) return refused(outcome.fault, 422);
      return redirect(`${outcome.page}?done=proposed`, 303);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return refused("conflict", 409);
    }
  });
}
