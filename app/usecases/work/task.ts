import type { Temporal } from "temporal-polyfill";
import type { Handle } from "#db/client.ts";
import type { StaffRole } from "#machines/engine/actor.ts";
import type { Clause } from "#machines/terms/articles.ts";

/** Something that waits for a person of the operator's staff. */
export interface FoundTask {
  customerId: string;
  /** Null for what concerns no single customer. */
  customerName: string | null;
  /** Names the task among those of its kind and customer; a later task of the same thing has another. */
  subject: string;
  /** What staff know it by: a contract's number, a clause, a count. */
  name: string;
  /** ISO days in Tokyo: since when it waits, and by when it is to be done. */
  since: string;
  due: string;
  /** The page on which it is done. */
  page: string;
}

/**
 * One kind of task: who does it, under which clause, and how it is found. Tasks are nothing that is
 * stored: each follows from the state of what it is about, and is gone when that has moved on.
 */
export interface TaskKind<Name extends string = string> {
  name: Name;
  role: StaffRole;
  clause: Clause | null;
  /** All tasks of this kind as of a day in Tokyo, under the database role of staff. */
  find(tx: Handle, today: Temporal.PlainDate): Promise<FoundTask[]>;
}
