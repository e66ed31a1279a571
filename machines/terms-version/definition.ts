import { dayOf } from "../calendar.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import { derivedId } from "../engine/hash.ts";
import { operatorCustomerId } from "../engine/operator.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { bindsFrom } from "../terms/a03-amendment.ts";
import { termsVersionEvents, termsVersionSenders } from "./events.ts";
import { termsVersionMachine, type TermsVersionContext } from "./machine.ts";

/** The id of the machine of a version; a version's name is used once. */
export function termsVersionIdOf(version: string): string {
  return derivedId(operatorCustomerId, `termsVersion/${version}`);
}

/** What an announced version waits for: its effective day (A3.1). */
function termsVersionDeadlines({
  value,
  context,
}: StoredSnapshot<TermsVersionContext>): Deadline[] {
  if (value !== "announced" || !context.effectiveDay) return [];
  const dueAt = bindsFrom(dayOf(context.effectiveDay));
  return [{ id: "takeEffect", dueAt, event: { type: "takeEffect" }, clause: "A3.1" }];
}

/** The version for the engine; it runs under the operator's own id. */
export const termsVersionDefinition: Definition<TermsVersionContext> = {
  kind: "termsVersion",
  version: 1,
  migrations: {},
  machine: termsVersionMachine,
  events: termsVersionEvents,
  senders: termsVersionSenders,
  draws: {},
  deadlines: termsVersionDeadlines,
  view: ({ value, context }) => ({
    version: context.version,
    document: context.document,
    label: context.label,
    status: String(value),
    textHash: context.textHash,
    announcedDay: context.announcedDay,
    effectiveDay: context.effectiveDay,
    summaryJa: context.summary?.ja ?? null,
    summaryEn: context.summary?.en ?? null,
    lateReasonJa: context.lateReason?.ja ?? null,
    lateReasonEn: context.lateReason?.en ?? null,
  }),
};
