import type { Actor } from "./actor.ts";
import type { StoredSnapshot, View } from "./definition.ts";
import type { Deadline, EffectRequest, MachineEvent, MachineKind, Row, Stamp } from "./outgoing.ts";

/** The counters of a customer, drawn from under its lock. */
export interface CustomerState {
  customerId: string;
  number: number;
  contractCounter: number;
  invoiceCounter: number;
  creditNoteCounter: number;
}

export interface MachineState {
  customerId: string;
  machineId: string;
  kind: MachineKind;
  seq: number;
  definitionVersion: number;
  snapshot: StoredSnapshot;
  headHash: string;
}

/** One line of a machine's history, with its place in the hash chain. */
export interface EventRecord {
  customerId: string;
  machineId: string;
  seq: number;
  commandId: string;
  event: MachineEvent & Stamp;
  actor: Actor;
  at: string;
  from: unknown;
  to: unknown;
  clauses: string[];
  definitionVersion: number;
  previousHash: string;
  hash: string;
}

export interface EffectRecord extends EffectRequest {
  customerId: string;
  machineId: string;
  seq: number;
  n: number;
  at: string;
}

export interface RowRecord {
  /** Comes from machine, event and place, so that a repeat would meet its own row. */
  rowId: string;
  row: Row;
  machineId: string;
  seq: number;
}

/** Everything that one accepted command changes; written together or not at all. */
export interface Change {
  customer: CustomerState;
  machines: Map<string, MachineState & { view: View; deadlines: Deadline[] }>;
  events: EventRecord[];
  rows: RowRecord[];
  effects: EffectRecord[];
}
