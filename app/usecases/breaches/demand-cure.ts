import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { DayCount, Explained } from "#machines/calendar/derivation.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { proposedDemandEnd } from "#machines/terms/a16-termination.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { noteOf, sendToCase, type BreachTarget } from "./send-to-case.ts";
import { typedText, type TextProblem } from "./typed-text.ts";

/** What is wrong with a demand, by field; empty where it was made. */
export interface DemandProblems {
  until?: "missing" | "notAhead" | "tooFar";
  text?: TextProblem;
}

/** The longest period that is taken for one of a demand and not for a slip of the keys. */
const mostDays = 366;

/** The period that a demand made now proposes, with its derivation (policy). */
export function proposedPeriod({ receivedAt }: Pick<Principal, "receivedAt">): Explained<DayCount> {
  const today = tokyoDay(receivedAt);
  return proposedDemandEnd(today, policyOn(today));
}

/**
 * Demands in writing that a breach is cured by a day (催告, A16.1(1)). The customer reads the text on
 * the portal and by mail; suspensions go on.
 *
 * @param typed the period's last day and what to do, as they came with the form
 * @throws Problem `notFound`, `conflict` where the case is under no item that needs a demand or one was
 *   made, `notAllowed` for other roles
 */
export async function demandCure(
  principal: Principal,
  target: BreachTarget,
  typed: { until: string | null; text: string | null },
): Promise<DemandProblems> {
  asStaff(principal, "operations");
  const today = tokyoDay(principal.receivedAt);
  const day = isoDay.safeParse(typed.until);
  const { text, problem } = typedText(typed.text);
  const problems: DemandProblems = problem ? { text: problem } : {};
  if (!day.success) return { ...problems, until: "missing" };
  const { days } = today.until(dayOf(day.data), { largestUnit: "days" });
  if (days < 1) problems.until = "notAhead";
  else if (days > mostDays) problems.until = "tooFar";
  if (Object.keys(problems).length > 0) return problems;
  const note = noteOf(principal, target, "demand", text);
  const event = { type: "demand", until: day.data, noteId: note.noteId } as const;
  await sendToCase(principal, target, event, note.write);
  return {};
}
