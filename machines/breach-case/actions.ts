import { accelerationBy, terminationWay } from "../terms/a16-termination.ts";
import { base } from "./base.ts";

const without = (ids: readonly string[], others: readonly string[]) =>
  ids.filter((id) => !others.includes(id));

const union = (ids: readonly string[], more: readonly string[]) => [...new Set([...ids, ...more])];

export const open = base.assign(({ event }) => {
  if (event.type !== "draft") return {};
  const { machineId: caseId, item, happenedOn, noteId: factsNoteId } = event;
  return { caseId, item, happenedOn, factsNoteId, contractIds: union([], event.contractIds) };
});

export const addEvidence = base.assign({
  evidence: ({ context, event }) =>
    event.type === "addEvidence"
      ? [...context.evidence, { fileId: event.fileId, sha256: event.sha256 }]
      : context.evidence,
});

export const noteRecord = base.assign({ recordedOn: ({ event }) => event.day });

/** Every debt falls due on the day of the record (期限の利益の喪失, A16.2), where the item says so. */
export const accelerateDebts = base.enqueueActions(({ context, event, enqueue }) => {
  if (!("debtorIds" in event) || !context.item) return;
  if (accelerationBy(context.item) === "never") return;
  enqueue.assign({ acceleratedOn: context.acceleratedOn ?? event.day });
  const accelerate = { type: "accelerate", dueDay: event.day, clause: "A16.2" };
  for (const machineId of event.debtorIds) {
    enqueue({ type: "tell", params: { kind: "contract", machineId, event: accelerate } });
  }
});

/** The suspension that this case causes, as the contract knows it (A15.2). */
const causeOf = (caseId: string) => ({ kind: "breach", ref: caseId });

export const suspendContracts = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "suspend") return;
  const { caseId, suspended } = context;
  enqueue.assign({ suspended: union(suspended, event.contractIds) });
  for (const machineId of without(event.contractIds, suspended)) {
    const suspend = { type: "suspend", cause: causeOf(caseId) };
    const tell = { kind: "contract" as const, machineId, event: suspend, required: true as const };
    enqueue({ type: "tell", params: tell });
  }
});

/** Lets the service of some contracts run again, as far as this case goes. */
export const liftContracts = base.enqueueActions(({ context, event, enqueue }) => {
  const { caseId, suspended } = context;
  const lifted = event.type === "lift" ? event.contractIds : suspended;
  enqueue.assign({ suspended: without(suspended, lifted) });
  for (const machineId of lifted) {
    const lift = { type: "lift", cause: causeOf(caseId) };
    enqueue({ type: "tell", params: { kind: "contract", machineId, event: lift } });
  }
});

export const makeDemand = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "demand") return;
  const { day, until, noteId } = event;
  enqueue.assign({ demand: { day, until, noteId } });
  for (const machineId of context.contractIds) {
    const demand = { type: "demand", caseId: context.caseId, until };
    enqueue({ type: "tell", params: { kind: "contract", machineId, event: demand } });
  }
});

/** The contracts are no longer under the demand. */
export const endDemand = base.enqueueActions(({ context, enqueue }) => {
  if (!context.demand) return;
  for (const machineId of context.contractIds) {
    const cure = { type: "cure", caseId: context.caseId };
    enqueue({ type: "tell", params: { kind: "contract", machineId, event: cure } });
  }
});

export const noteCure = base.assign({ curedOn: ({ event }) => event.day });
export const noteClosing = base.assign({ closedOn: ({ event }) => event.day });

/** Ends contracts on this day (解除); one that can't be ended any more keeps all of them from it. */
export const endContracts = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "terminate" || !context.item) return;
  const { caseId, item, suspended, terminated } = context;
  const ended = without(event.contractIds, terminated);
  enqueue.assign({
    terminated: union(terminated, ended),
    terminatedOn: context.terminatedOn ?? event.day,
    suspended: without(suspended, ended),
  });
  const { clause } = terminationWay(item);
  for (const machineId of ended) {
    const terminate = { type: "terminate", caseId, clause };
    const tell = {
      kind: "contract" as const,
      machineId,
      event: terminate,
      required: true as const,
    };
    enqueue({ type: "tell", params: tell });
  }
});

/** What a mail about a case rests on; the words of a demand are read by its note's id. */
export interface BreachMailFacts {
  item: string | null;
  contractIds: string[];
  demandedOn: string | null;
  until: string | null;
  noteId: string | null;
}

export const mail = (template: "breach-demand" | "breach-cured") =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { caseId, item, contractIds, demand } = context;
    const facts: BreachMailFacts = {
      ...{ item, contractIds },
      demandedOn: demand?.day ?? null,
      until: demand?.until ?? null,
      noteId: demand?.noteId ?? null,
    };
    const params = { template, to: "customer", caseId, at: event.at, day: event.day, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });
