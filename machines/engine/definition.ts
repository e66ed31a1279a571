import type { AnyStateMachine, StateValue } from "xstate";
import type { ZodType } from "zod";
import type { Sender } from "./actor.ts";
import type { Deadline, MachineEvent, MachineKind } from "./outgoing.ts";

/** A snapshot as it is stored: plain JSON, with safe integers only. */
export interface StoredSnapshot<Context = Record<string, unknown>> {
  status: "active" | "done" | "error" | "stopped";
  value: StateValue;
  context: Context;
}

/** List columns of a machine, written beside its snapshot. */
export type View = Record<string, string | number | null | unknown[] | Record<string, unknown>>;

/**
 * What makes a snapshot of one version into one of the next. Pure: it gets a copy, knows no clock, and
 * writes no rows, tells nobody and asks for no effects. What happens by itself on entering a state
 * does not happen again: it gives the state in which the machine is to be.
 */
export type Migration = (snapshot: StoredSnapshot) => StoredSnapshot;

/** The series of numbers that a customer has. */
export type Series = "contract" | "invoice" | "creditNote";

/** Everything the engine knows of one kind of machine. */
export interface Definition<Context = never> {
  kind: MachineKind;
  /** From 1; raised with every change of the chart, its guards, its dates or its amounts. */
  version: number;
  /** One for each earlier version, by the version whose snapshots it takes. */
  migrations: Readonly<Record<number, Migration>>;
  machine: AnyStateMachine;
  events: ZodType<MachineEvent>;
  /** Which senders may send which event; an event without a row is refused to everybody. */
  senders: Record<string, readonly Sender[]>;
  /** Events that draw a number from the customer's counters. */
  draws: Record<string, Series>;
  /** Events of which the machine must know who sent them: they come with `sentBy`. */
  signed?: readonly string[];
  deadlines(snapshot: StoredSnapshot<Context>): Deadline[];
  view(snapshot: StoredSnapshot<Context>): View;
}

/** A definition whose context type is known to its own folder only. */
export type AnyDefinition = Definition;
