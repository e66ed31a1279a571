import type { Database, Handle } from "#db/client.ts";

/** What the caller sees where a fail-point has struck. */
export class BrokenOff extends Error {}

/**
 * What breaks at a fail-point: the process, which takes every transaction under way along and never
 * speaks to the database again, or one connection.
 */
export type Breakage = "process" | "connection";

/** Each strikes after so many further places: statements, commits, and the word that one went through. */
export interface FailPoint {
  after: number;
  breaks: Breakage;
}

/** How often each place was passed, and how often a fail-point struck there. */
export type Places = Map<string, { passed: number; struck: number }>;

export interface FailPoints {
  readonly places: Places;
  /** What strikes from now on, one after another; those set before are forgotten. */
  set(points: readonly FailPoint[]): void;
  /** What one process works with. */
  open(): Process;
}

/** A process, as long as nothing has ended it. */
export interface Process {
  readonly database: Database;
  isAlive(): boolean;
  /** Passes a place outside the database: whatever strikes there ends the process. */
  pass(place: string): void;
}

interface Session {
  prepareQuery(...parameters: unknown[]): unknown;
}

/** A statement's first words tell it from others. */
function placeOf(query: unknown): string {
  const { sql = "" } = query as { sql?: string };
  return sql.replaceAll(/\s+/g, " ").trim().slice(0, 60);
}

/** Calls `pass` before each statement that the handle sends, in savepoints also. */
function watch(tx: Handle, watched: WeakSet<object>, pass: (place: string) => void): Handle {
  const { session } = tx as unknown as { session: Session };
  if (!watched.has(session)) {
    watched.add(session);
    const prepare = session.prepareQuery.bind(session);
    session.prepareQuery = (...parameters) => {
      pass(placeOf(parameters[0]));
      return prepare(...parameters);
    };
  }
  const nested = tx.transaction.bind(tx);
  tx.transaction = (work, config) =>
    nested((inner) => work(watch(inner as Handle, watched, pass) as typeof inner), config);
  return tx;
}

/** Breaks off work on a database: before any statement, before a commit, or after it but unheard. */
export function createFailPoints(database: Database): FailPoints {
  const places: Places = new Map();
  let waiting: FailPoint[] = [];
  const strikes = (place: string): Breakage | null => {
    const counted = places.get(place) ?? { passed: 0, struck: 0 };
    places.set(place, counted);
    counted.passed += 1;
    const [next, ...rest] = waiting;
    if (!next) return null;
    if (next.after > 0) {
      waiting = [{ ...next, after: next.after - 1 }, ...rest];
      return null;
    }
    waiting = rest;
    counted.struck += 1;
    return next.breaks;
  };
  const open: FailPoints["open"] = () => {
    let alive = true;
    const transaction: Database["transaction"] = async (scope, work) => {
      let connected = true;
      const passWithin = (place: string) => {
        const breaks = alive && connected ? strikes(place) : null;
        if (breaks === "process") alive = false;
        if (breaks === "connection") connected = false;
        if (!alive || !connected) throw new BrokenOff(`broken off at: ${place}`);
      };
      passWithin("begin");
      const done = await database.transaction(scope, async (tx) => {
        const result = await work(watch(tx, new WeakSet(), passWithin));
        passWithin("commit");
        return result;
      });
      passWithin("committed, not heard");
      return done;
    };
    const pass = (place: string) => {
      if (alive && strikes(place) !== null) alive = false;
      if (!alive) throw new BrokenOff(`broken off at: ${place}`);
    };
    return { database: { ...database, transaction }, isAlive: () => alive, pass };
  };
  return { places, open, set: (points) => void (waiting = [...points]) };
}

/** Whether a failure comes from a fail-point; a sweep tells of several at once. */
function isBrokenOff(error: unknown): boolean {
  const within = error instanceof AggregateError ? error.errors.map(String) : [];
  const cause = error instanceof Error ? String(error.cause ?? "") : "";
  return [String(error), cause, ...within].some((text) => text.includes("broken off at"));
}

/**
 * Does all of `acts` at once, and those that were broken off again, until each has come through;
 * `recover` is called before each further try. Throws what no fail-point has caused.
 */
export async function persist(acts: (() => Promise<void>)[], recover: () => void): Promise<void> {
  for (let left = acts; left.length > 0;) {
    const tried = await Promise.allSettled(left.map((act) => act()));
    for (const one of tried) {
      if (one.status === "rejected" && !isBrokenOff(one.reason)) throw one.reason;
    }
    left = left.filter((_, n) => tried[n]?.status === "rejected");
    recover();
  }
}
