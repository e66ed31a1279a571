import { typedText, type TextProblem } from "#app/usecases/breaches/typed-text.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { readWorkForStaff } from "./read-inspections.ts";
import { sendToWork, type WorkTarget } from "./send-to-work.ts";

/** What is wrong with a report, by field. */
export interface ReportProblems {
  completedOn?: "dayMissing" | "ahead" | "beforeStart";
  text?: TextProblem;
}

/** A report as the form brings it. */
export interface TypedReport {
  completedOn: string | null;
  text: string | null;
}

function problemOfDay(
  typed: string | null,
  today: string,
  startDay: string | null,
): ReportProblems["completedOn"] | null {
  const day = isoDay.safeParse(typed);
  if (!day.success) return "dayMissing";
  if (day.data > today) return "ahead";
  return startDay !== null && day.data < startDay ? "beforeStart" : null;
}

/**
 * Reports work as completed, with its day and what was done; from then on the customer inspects (A11).
 *
 * @throws Problem `notFound`, `conflict` where it is reported already or is over, `notAllowed` for other roles
 */
export async function reportCompletion(
  principal: Principal,
  target: WorkTarget,
  typed: TypedReport,
): Promise<{ outcome: "reported" } | { outcome: "invalid"; problems: ReportProblems }> {
  const actor = asStaff(principal, "operations");
  const { work } = await readWorkForStaff(principal, target.customerId, target.optionId);
  const today = tokyoDayText(principal.receivedAt);
  const dayProblem = problemOfDay(typed.completedOn, today, work.startDay);
  const { text, problem } = typedText(typed.text);
  const completedOn = typed.completedOn ?? "";
  if (dayProblem || problem) {
    const problems: ReportProblems = {
      ...(dayProblem ? { completedOn: dayProblem } : {}),
      ...(problem ? { text: problem } : {}),
    };
    return { outcome: "invalid", problems };
  }
  const words = { kind: "report", text, completedOn } as const;
  await sendToWork(principal, actor, target, words, (noteId) => {
    return { type: "reportCompletion", completedOn, noteId };
  });
  return { outcome: "reported" };
}
