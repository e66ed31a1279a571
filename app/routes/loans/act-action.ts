import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { answer } from "#app/middleware/answer.ts";
import { actOnLoan, type LoanTarget } from "#app/usecases/loans/act-on-loan.ts";
import type { ActProblems } from "#app/usecases/loans/act-form.ts";
import { actNamed, type ActName, type LoanSide } from "#app/usecases/loans/acts.ts";
import { fillAddressIn } from "#app/usecases/orders/fill-address.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { DeviceEvent } from "#machines/device/events.ts";
import type { Clause } from "#machines/terms/articles.ts";

/** What is shown of a form that did not do what was asked. */
export interface ActAnswer {
  problems: ActProblems;
  typed: Record<string, string>;
  conflict: boolean;
  /** What came of filling in the address by its postal code; null where that was not asked for. */
  filled: "filled" | "unknown" | null;
  /** Another one with every answer, so that fields are drawn anew. */
  at: string;
}

const clausesOf: Partial<Record<DeviceEvent["type"], readonly Clause[]>> = {
  confirmDelivery: ["A7.5"],
  loseInTransit: ["A7.5"],
  confirmInstallation: ["A7.2", "A7.3", "A8.2"],
  requestRelocation: ["A7.3", "A14.1"],
  withdrawRelocation: ["A7.3"],
  approveRelocation: ["A7.3"],
  refuseRelocation: ["A7.3"],
  beginMove: ["A7.3"],
  confirmMove: ["A7.3"],
  reportFault: ["A7.4"],
  startRepair: ["A7.4"],
  startReplacement: ["A7.4"],
  closeFault: ["A7.4"],
  takeIn: ["A7.4"],
  reportLoss: ["A7.6"],
  dismissLoss: ["A7.6"],
  confirmLoss: ["A7.6"],
  find: ["A7.6", "A8.1"],
  handToCarrier: ["A8.1"],
  receive: ["A8.1"],
  startRecovery: ["A8.1"],
  recover: ["A8.1"],
  check: ["A7.6", "A8.1"],
};

/** The clauses by which an act follows. */
export const actClauses = (act: ActName): readonly Clause[] => clausesOf[act] ?? ["A7.1"];

/** The act that an address names. Throws Problem `notFound` for none. */
export function requireAct(name: string): ActName {
  const act = actNamed(name);
  if (!act) throw new Problem("notFound", `no act ${name}`);
  return act;
}

/**
 * Runs the form of an act; done, it leads back to the loan's page with the word of it.
 *
 * @param page the loan's page
 */
export async function runAct(
  principal: Principal,
  side: LoanSide,
  target: Omit<LoanTarget, "clickId">,
  { name, form, page }: { name: string; form: FormData; page: string },
) {
  return answer(async () => {
    const act = requireAct(name);
    const clickId = String(form.get("clickId") ?? "");
    const filled = form.get("go") === "address" ? await fillAddressIn(form) : null;
    const entries = [...form].filter((entry): entry is [string, string] => {
      return typeof entry[1] === "string" && entry[0] !== "clickId";
    });
    const typed = Object.fromEntries(entries);
    const shown = { typed, filled: null, at: newIdentifier() };
    const failed = (problems: ActProblems, status: number) =>
      data({ ...shown, problems, conflict: status === 409 } satisfies ActAnswer, { status });
    if (filled !== null) {
      const outcome = filled ? ("filled" as const) : ("unknown" as const);
      const answered = { ...shown, problems: {}, conflict: false, filled: outcome };
      return data(answered satisfies ActAnswer);
    }
    try {
      const problems = await actOnLoan(principal, side, { ...target, clickId }, act, form);
      return problems ? failed(problems, 422) : redirect(`${page}?done=${act}`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return failed({}, 409);
      throw error;
    }
  });
}
