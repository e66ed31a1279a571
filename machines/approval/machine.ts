import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import type { Clause } from "../terms/articles.ts";
import type { ApprovalEvent } from "./events.ts";
import { subjectOf, type ApprovalSubjectName } from "./subjects.ts";

/** What an approval knows. People are named by their ids, days are ISO, amounts yen. */
export interface ApprovalContext {
  subject: ApprovalSubjectName;
  params: Record<string, unknown>;
  amount: number;
  clause: Clause | null;
  /** The invoice that it is about. */
  invoiceId: string | null;
  reason: string;
  proposedBy: string | null;
  proposedOn: string;
  decidedBy: string | null;
  decidedOn: string | null;
  /** Why it was refused. */
  refusal: string | null;
}

const nothingAsked: ApprovalContext = {
  ...{ subject: "charge", params: {}, amount: 0, clause: null, invoiceId: null, reason: "" },
  ...{ proposedBy: null, proposedOn: "", decidedBy: null, decidedOn: null, refusal: null },
};

type Given = { context: ApprovalContext; event: ApprovalEvent & Stamp };

const base = setup({
  types: { context: {} as ApprovalContext, events: {} as ApprovalEvent & Stamp },
  actions: outgoing,
  guards: {
    /** A second person decides: somebody, and not who proposed it. */
    isSecondPerson: ({ context, event }: Given) =>
      typeof event.sentBy === "string" && event.sentBy !== context.proposedBy,
    isProposer: ({ context, event }: Given) =>
      typeof event.sentBy === "string" && event.sentBy === context.proposedBy,
    isSomebody: ({ event }: Given) => typeof event.sentBy === "string",
  },
});

const note = base.assign(({ event }) => {
  if (event.type !== "propose") return {};
  const { subject: name, reason, day, sentBy = null } = event;
  const subject = subjectOf(name);
  const params = subject.params.parse(event.params) as Record<string, unknown>;
  return {
    ...{ subject: name, params, reason, proposedBy: sentBy, proposedOn: day },
    amount: subject.amountOf(params as never),
    clause: subject.clauseOf(params as never),
    invoiceId: subject.invoiceOf(params as never),
  };
});

const noteDecision = base.assign(({ event }) => ({
  ...{ decidedBy: event.sentBy ?? null, decidedOn: event.day },
  refusal: event.type === "refuse" ? event.reason : null,
}));

const carryOut = base.enqueueActions(({ context, event, enqueue }) => {
  const { subject, params, reason } = context;
  const decided = { approvalId: event.machineId, day: event.day, reason };
  enqueue({ type: "tell", params: subjectOf(subject).carryOut(params as never, decided) });
});

const meta = { clause: "A12" } as const;

/**
 * A decision about money that needs two people (稟議): one of finance proposes it with the reason, another one of
 * finance or an administrator approves or refuses it. What is approved is done in the same moment, or the approval
 * is refused as a whole. Who sent an event is known from the session and is no part of what is typed.
 */
export const approvalMachine = base.createMachine({
  id: "approval",
  context: nothingAsked,
  initial: "unopened",
  states: {
    unopened: {
      on: { propose: { guard: "isSomebody", target: "proposed", meta, actions: note } },
    },
    proposed: {
      on: {
        approve: {
          guard: "isSecondPerson",
          target: "approved",
          meta,
          actions: [noteDecision, carryOut],
        },
        refuse: { guard: "isSecondPerson", target: "refused", meta, actions: noteDecision },
        withdraw: { guard: "isProposer", target: "withdrawn", meta, actions: noteDecision },
      },
    },
    approved: { type: "final" },
    refused: { type: "final" },
    withdrawn: { type: "final" },
  },
});
