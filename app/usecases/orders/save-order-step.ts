import type { SubmissionResult } from "@conform-to/react";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { saveOrderFormPart } from "#db/queries/order-forms.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { readFormFacts } from "./form-facts.ts";
import { checkOrder, lendsDevice, parseStep, schemaOf } from "./order-form/check.ts";
import type { FormStep } from "./order-form/steps.ts";
import { typedFrom } from "./order-form/typed.ts";
import { readDraft } from "./read-draft.ts";

/** What is wrong with one step, by field, seen together with the other steps. */
function errorsOf(step: FormStep, problems: ReturnType<typeof checkOrder>["problems"]) {
  const errors: Record<string, string[]> = {};
  for (const { field, code } of problems.filter((problem) => problem.step === step)) {
    (errors[field] ??= []).push(code);
  }
  return errors;
}

/**
 * Keeps what was typed on a page of the order form, right or wrong, and says what is wrong with it.
 * Returns null where the page is complete.
 *
 * @throws Problem `notFound` for somebody else's order, `conflict` once the order was sent
 */
export async function saveOrderStep(
  principal: Principal,
  contractId: string,
  step: FormStep,
  form: FormData,
): Promise<SubmissionResult | null> {
  const { customerId } = asMember(principal);
  const { contract, typed } = await readDraft(principal, contractId);
  if (contract.status !== "draft") throw new Problem("conflict", `it is ${contract.status}`);
  const now = { ...typed, [step]: typedFrom(form, step) };
  const saved = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    (tx) =>
      saveOrderFormPart(tx, {
        customerId,
        contractId,
        part: step,
        content: now[step],
        savedAt: new Date(principal.receivedAt),
        savedBy: principal.userId,
      }),
  );
  if (!saved) throw new Problem("conflict", "it was sent meanwhile");
  const { facts } = await readFormFacts(tokyoDay(principal.receivedAt).toString());
  const submission = parseStep(form, schemaOf(step, facts, lendsDevice(now, facts)));
  if (submission.status !== "success") return submission.reply();
  const fieldErrors = errorsOf(step, checkOrder(now, facts).problems);
  return Object.keys(fieldErrors).length > 0 ? submission.reply({ fieldErrors }) : null;
}
