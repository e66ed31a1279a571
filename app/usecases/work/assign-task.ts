import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { readColleagues, writeTaskOwner } from "#db/queries/work/task-owners.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { taskKindOf } from "./task-kinds.ts";

/** A task as a form names it. */
export interface TaskTarget {
  customerId: string;
  kind: string;
  subject: string;
}

export type Assignment = "taken" | "given" | "released" | "gone" | "heldByOther";

/**
 * Gives a task to a person with its role, or gives it back, and writes down who did so.
 *
 * @param to the person, or null to give it back; `before` is who had it when the page was shown
 * @returns `gone` where the task is done meanwhile, `heldByOther` where somebody else has taken it
 * @throws Problem `notFound` for no such kind, `invalid` for a person without the role, `notAllowed`
 *   for those who lack it themselves
 */
export async function assignTask(
  principal: Principal,
  { customerId, kind: name, subject }: TaskTarget,
  to: string | null,
  before: string | null,
): Promise<Assignment> {
  const kind = taskKindOf(name);
  if (!kind || !isIdentifier(customerId)) throw new Problem("notFound", "no such task");
  const actor = asStaff(principal, kind.role);
  const { database } = currentPortal();
  const { isWaiting, mayHave } = await database.transaction(
    { role: "portal_staff" },
    async (tx) => {
      const waiting = await kind.find(tx, tokyoDay(principal.receivedAt));
      const staff = await readColleagues(tx);
      return {
        isWaiting: waiting.some(
          (task) => task.customerId === customerId && task.subject === subject,
        ),
        mayHave: (userId: string) =>
          staff.some((one) => one.userId === userId && one.role.split(",").includes(kind.role)),
      };
    },
  );
  if (!isWaiting) return "gone";
  if (to !== null && to !== principal.userId && !mayHave(to)) {
    throw new Problem("invalid", "the person lacks the role");
  }
  if (to === before) return to === null ? "released" : "taken";
  const at = new Date(principal.receivedAt);
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    const key = { customerId, kind: kind.name, subject };
    const change = { before, ownerId: to, by: principal.userId, at };
    if (!(await writeTaskOwner(tx, key, change))) return "heldByOther";
    await writeAudit(tx, {
      ...{ customerId, auditId: newIdentifier(), at, actor },
      ...{ action: to === null ? "task.release" : "task.assign", outcome: "accepted" },
      machineId: isIdentifier(subject) ? subject : null,
      detail: { kind: kind.name, subject, before, to },
    });
    if (to === null) return "released";
    return to === principal.userId ? "taken" : "given";
  });
}
