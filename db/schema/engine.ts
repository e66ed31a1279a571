import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { day, instant } from "./customer.ts";

/** One row a machine: its snapshot, the number of its last event and the head of its chain. */
export const machine = pgTable(
  "machine",
  {
    customerId: uuid("customer_id").notNull(),
    machineId: uuid("machine_id").notNull(),
    kind: text("kind").notNull(),
    seq: integer("seq").notNull(),
    definitionVersion: integer("definition_version").notNull(),
    definitionHash: text("definition_hash").notNull(),
    snapshot: jsonb("snapshot").notNull(),
    headHash: text("head_hash").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.machineId] })],
);

/** The append-only event log, hash-chained per machine; update and delete are refused. */
export const machineEvent = pgTable(
  "machine_event",
  {
    customerId: uuid("customer_id").notNull(),
    machineId: uuid("machine_id").notNull(),
    seq: integer("seq").notNull(),
    commandId: text("command_id").notNull(),
    event: jsonb("event").notNull(),
    actor: jsonb("actor").notNull(),
    at: instant("at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    fromState: jsonb("from_state"),
    toState: jsonb("to_state").notNull(),
    clauses: jsonb("clauses").notNull(),
    definitionVersion: integer("definition_version").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.machineId, t.seq] }),
    unique("machine_event_command").on(t.customerId, t.machineId, t.commandId),
  ],
);

/** Deadlines as rows: a timer is stale only when its row is gone. */
export const timer = pgTable(
  "timer",
  {
    customerId: uuid("customer_id").notNull(),
    machineId: uuid("machine_id").notNull(),
    timerId: text("timer_id").notNull(),
    dueAt: instant("due_at").notNull(),
    event: jsonb("event").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.machineId, t.timerId] }),
    index("timer_due").on(t.dueAt),
    index("timer_customer_due").on(t.customerId, t.dueAt),
  ],
);

/** What goes outside after the commit; its key is the idempotency key the provider receives. */
export const effect = pgTable(
  "effect",
  {
    customerId: uuid("customer_id").notNull(),
    machineId: uuid("machine_id").notNull(),
    seq: integer("seq").notNull(),
    n: integer("n").notNull(),
    kind: text("kind").notNull(),
    params: jsonb("params").notNull(),
    at: instant("at").notNull(),
    state: text("state").notNull().default("pending"),
    rendered: jsonb("rendered"),
    attempts: integer("attempts").notNull().default(0),
    attemptedAt: instant("attempted_at"),
    /** Wall clock: since when the provider may have done it unknown to us; null where it can't have. */
    keySince: instant("key_since"),
    /** Counts the keys under which the provider was asked: a new one once the old one has lapsed. */
    keyNumber: integer("key_number").notNull().default(1),
    /** Wall clock: when the provider was last searched for it. */
    lookedUpAt: instant("looked_up_at"),
    /** Several where an effect writes to several people, with spaces between. */
    providerId: text("provider_id"),
    /** What became of each mail: its provider id and the delivery state that came last. */
    deliveries: jsonb("deliveries").$type<Record<string, string>>(),
    problem: text("problem"),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.machineId, t.seq, t.n] }),
    index("effect_open")
      .on(t.at, t.customerId, t.machineId, t.seq, t.n)
      .where(sql`state in ('pending', 'unknown', 'unresolved', 'dead')`),
    index("effect_attention")
      .on(t.state)
      .where(sql`state in ('unknown', 'dead', 'unresolved')`),
  ],
);

/** A signed root over the heads of all chains, one a finished day in Tokyo; append-only. */
export const chainRoot = pgTable("chain_root", {
  day: day("day").primaryKey(),
  /** How many machines the root covers, with those that an earlier root covers already. */
  machines: integer("machines").notNull(),
  root: text("root").notNull(),
  signature: text("signature").notNull(),
  madeAt: instant("made_at").notNull(),
});

/** A head that a root covers: only those that differ from the root before. Append-only. */
export const chainRootHead = pgTable(
  "chain_root_head",
  {
    customerId: uuid("customer_id").notNull(),
    machineId: uuid("machine_id").notNull(),
    day: day("day").notNull(),
    seq: integer("seq").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.machineId, t.day] }),
    index("chain_root_head_day").on(t.day, t.customerId, t.machineId),
  ],
);
