import type { BenchDatabase } from "../bench-server.ts";
import type { Run } from "./closed-loop.ts";
import type { Template } from "./script.ts";

/** Bare statements, without any of our code between client and server. */
export interface BareScript {
  templates: readonly Template[];
  /** How many commands one transaction holds: one, or those of a block. */
  size: number;
}

/** Which transactions to run, each on targets of its own, numbered through the scattered blocks. */
export interface BarePlan {
  clients: number;
  /** The first transaction's number: of a command or, where `size` is more than one, of a block. */
  from: number;
  /** How many each client may run at most. */
  each: number;
  /** Seconds ahead of those that count, in which each client prepares its statements. */
  preparing: number;
  /** How long at most; null for all of them, however long that takes. */
  seconds: number | null;
  /** How many blocks the database has. */
  blocks: number;
}

/** Runs bare statements and says how they went; counted are commands, timed are transactions. */
export interface BareRunner {
  readonly tool: string;
  run(database: BenchDatabase, script: BareScript, plan: BarePlan): Promise<Run>;
}
