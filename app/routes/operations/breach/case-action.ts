import { data, redirect } from "react-router";
import { addEvidence } from "#app/usecases/breaches/add-evidence.ts";
import {
  closeCase,
  cureBreach,
  discardBreach,
  moveService,
  recordBreach,
  recordUncured,
} from "#app/usecases/breaches/decide-case.ts";
import type { BreachTarget } from "#app/usecases/breaches/send-to-case.ts";
import type { RefusedFile, UploadedFile } from "#app/usecases/files/uploaded-file.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

/** Why a step of a case was not done: the state has changed, a text or a choice or a file is wrong. */
export interface CaseFailure {
  intent: string;
  error: "conflict" | "missing" | "tooLong" | "contractsMissing" | "files" | "filesMissing";
  typed?: string;
  files?: RefusedFile[];
}

type Step = () => Promise<{ done: string } | Omit<CaseFailure, "intent">>;

/** The steps of a case's page by the name of their button. */
function stepsFor(
  principal: Principal,
  target: BreachTarget,
  fields: URLSearchParams,
  files: UploadedFile[],
): Record<string, Step> {
  const text = fields.get("text");
  const chosen = fields.getAll("contracts");
  const withText =
    (done: string, end: typeof cureBreach): Step =>
    async () => {
      const error = await end(principal, target, text);
      return error ? { error, typed: text ?? "" } : { done };
    };
  const service =
    (done: string, type: "suspend" | "lift"): Step =>
    async () => {
      const error = await moveService(principal, target, type, chosen);
      return error ? { error } : { done };
    };
  return {
    record: async () => {
      await recordBreach(principal, target);
      return { done: "recorded" };
    },
    discard: async () => {
      await discardBreach(principal, target);
      return { done: "" };
    },
    recordUncured: async () => {
      await recordUncured(principal, target);
      return { done: "uncured" };
    },
    addEvidence: async () => {
      if (files.length === 0) return { error: "filesMissing" };
      const { refused } = await addEvidence(principal, target, files);
      return refused.length > 0 ? { error: "files", files: refused } : { done: "added" };
    },
    cure: withText("cured", cureBreach),
    close: withText("closed", closeCase),
    suspend: service("suspended", "suspend"),
    lift: service("lifted", "lift"),
  };
}

/**
 * Does what a button of a case's page asks for. Done, it leads back to the page with the word of it.
 *
 * @param page the case's address
 * @throws Problem for what no page of ours sends, and where the case does not exist
 */
export async function caseAction(
  principal: Principal,
  { customerId, caseId }: Pick<BreachTarget, "customerId" | "caseId">,
  page: string,
  { fields, files }: { fields: URLSearchParams; files: UploadedFile[] },
) {
  const intent = fields.get("intent") ?? "";
  const target = { customerId, caseId, clickId: fields.get("clickId") ?? "" };
  const steps = stepsFor(principal, target, fields, files);
  const step = Object.hasOwn(steps, intent) ? steps[intent] : undefined;
  if (!step) throw new Problem("invalid", `no such act: ${intent}`);
  try {
    const result = await step();
    if ("error" in result) return data({ intent, ...result }, { status: 422 });
    const back = intent === "discard" ? "/operations/breaches" : `${page}?done=${result.done}`;
    return redirect(back, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "conflict") throw error;
    const failure: CaseFailure = { intent, error: "conflict" };
    return data(failure, { status: 409 });
  }
}
