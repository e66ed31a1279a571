import { tokyoDayText } from "#machines/calendar.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import {
  readEffectBacklog,
  readEventBacklog,
  type Backlog,
} from "#db/queries/work/operator-wide.ts";
import type { FoundTask, TaskKind } from "../task.ts";

/** One task for all that waits in one list; none where nothing does. */
function taskFor(backlog: Backlog, subject: string, page: string): FoundTask[] {
  if (!backlog) return [];
  const since = tokyoDayText(backlog.oldest.toISOString());
  const whose = { customerId: operatorCustomerId, customerName: null };
  return [{ ...whose, subject, name: `${backlog.waiting}`, since, due: since, page }];
}

/** Mails and other work outside that were given up. */
export const retryDeadEffects: TaskKind<"retryDeadEffects"> = {
  name: "retryDeadEffects",
  role: "admin",
  clause: null,
  find: async (tx) =>
    taskFor(await readEffectBacklog(tx, "dead"), "dead", "/admin/effects?state=dead"),
};

/** Work outside of which nobody can tell whether it was done. */
export const resolveEffects: TaskKind<"resolveEffects"> = {
  name: "resolveEffects",
  role: "admin",
  clause: null,
  find: async (tx) =>
    taskFor(
      await readEffectBacklog(tx, "unresolved"),
      "unresolved",
      "/admin/effects?state=unresolved",
    ),
};

/** Messages of providers that could not be taken in. */
export const retryEvents: TaskKind<"retryEvents"> = {
  name: "retryEvents",
  role: "admin",
  clause: null,
  find: async (tx) => taskFor(await readEventBacklog(tx), "events", "/admin/effects/events"),
};
