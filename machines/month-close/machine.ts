import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { monthChecks, type ExplainableCheck } from "./checks.ts";
import type { MonthCloseEvent } from "./events.ts";
import { daysOf } from "./month.ts";
import type { AccountTotal } from "./statement.ts";

/** Why an open point is none any more. */
export interface Explanation {
  check: ExplainableCheck;
  subject: string;
  text: string;
  by: string;
  at: string;
}

/** One closing with what the month came to, and why it was opened again where it was. */
export interface Closing {
  by: string;
  /** Instant. */
  at: string;
  transactions: number;
  totals: AccountTotal[];
  hash: string;
  signature: string;
  reopened: { by: string; at: string; reason: string } | null;
}

export interface MonthCloseContext {
  month: string;
  explanations: Explanation[];
  /** The earliest first. */
  closings: Closing[];
}

const base = setup({
  types: { context: {} as MonthCloseContext, events: {} as MonthCloseEvent & Stamp },
  actions: outgoing,
  guards: {
    isItsMonth: ({ context, event }) => event.type === "explain" && event.month === context.month,
    isExplained: ({ context, event }) =>
      event.type === "retract" && context.explanations.some((each) => isAbout(each, event)),
    /** The month is over, every check was made and leaves nothing open, and debits equal credits. */
    mayClose: ({ context, event }) => {
      if (event.type !== "close") return false;
      const { month, checks, totals, day } = event;
      if (context.month !== "" && context.month !== month) return false;
      const open = monthChecks.map((name) => checks.find(({ check }) => check === name)?.open);
      const difference = totals.reduce((sum, { debit, credit }) => sum + debit - credit, 0);
      return day > daysOf(month).lastDay && open.every((count) => count === 0) && difference === 0;
    },
  },
});

interface Point {
  check: string;
  subject: string;
}

const isAbout = (one: Point, other: Point) =>
  one.check === other.check && one.subject === other.subject;

const noteExplanation = base.assign(({ context, event }) => {
  if (event.type !== "explain") return {};
  const { month, check, subject, text, by, at } = event;
  const others = context.explanations.filter((each) => !isAbout(each, event));
  return { month, explanations: [...others, { check, subject, text, by, at }] };
});

const dropExplanation = base.assign(({ context, event }) => {
  if (event.type !== "retract") return {};
  return { explanations: context.explanations.filter((each) => !isAbout(each, event)) };
});

const noteClosing = base.assign(({ context, event }) => {
  if (event.type !== "close") return {};
  const { month, by, at, transactions, totals, hash, signature } = event;
  const closing = { by, at, transactions, totals, hash, signature, reopened: null };
  return { month, closings: [...context.closings, closing] };
});

const noteReopening = base.assign(({ context, event }) => {
  if (event.type !== "reopen") return {};
  const { by, at, reason } = event;
  const closings = context.closings.map((closing, place) =>
    place === context.closings.length - 1 ? { ...closing, reopened: { by, at, reason } } : closing,
  );
  return { closings };
});

const meta = { clause: "A12" } as const;
const close = { guard: "mayClose", target: "closed", meta, actions: noteClosing } as const;

/**
 * A month of the books (月次締め): what is open is settled or explained, then it is closed with a statement
 * over all that was booked. While it is closed the database takes no booking in it; what comes late is
 * booked on the first open day.
 */
export const monthCloseMachine = base.createMachine({
  id: "monthClose",
  context: { month: "", explanations: [], closings: [] },
  initial: "unopened",
  states: {
    unopened: {
      on: { explain: { target: "open", meta, actions: noteExplanation }, close },
    },
    open: {
      on: {
        explain: { guard: "isItsMonth", meta, actions: noteExplanation },
        retract: { guard: "isExplained", meta, actions: dropExplanation },
        close,
      },
    },
    closed: { on: { reopen: { target: "open", meta, actions: noteReopening } } },
  },
});
