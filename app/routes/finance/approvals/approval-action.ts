import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import { approve, refuse, withdraw } from "#app/usecases/finance/approvals/decide.ts";
import { approvalPage, type ApprovalTarget } from "#app/usecases/finance/approvals/propose.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

const doneOf = { approve: "approved", refuse: "refused", withdraw: "withdrawn" } as const;

/** Does what a form of an approval's page asks for, and says why it was not done where it was not. */
export async function approvalAction(principal: Principal, key: ApprovalTarget, form: FormData) {
  const [asked, typed] = [String(form.get("intent")), String(form.get("reason") ?? "")];
  return answer(async () => {
    const intent = (["approve", "refuse", "withdraw"] as const).find((one) => one === asked);
    if (!intent) throw new Problem("invalid", "no such form");
    try {
      if (intent === "refuse") {
        const fault = await refuse(principal, key, typed);
        if (fault) return data({ error: fault, typed }, { status: 422 });
      } else if (intent === "approve") await approve(principal, key);
      else await withdraw(principal, key);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return data({ error: "conflict" as const, typed }, { status: 409 });
    }
    const page = approvalPage(key.customerId, key.approvalId);
    return redirect(`${page}?done=${doneOf[intent]}`, 303);
  });
}
