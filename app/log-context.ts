import { AsyncLocalStorage } from "node:async_hooks";

/** On whose behalf a line is written: ids and names of ours, never anything that a person typed. */
export interface LogContext {
  requestId?: string;
  /** The pattern of the page's address, never the address itself. */
  route?: string;
  userId?: string;
  queue?: string;
  jobId?: string;
  /** What the job works: an effect's key, or a provider and its event's id. */
  jobKey?: string;
}

// One for the process, also where the bundle and the sources are loaded side by side.
const holder = globalThis as { __logContext?: AsyncLocalStorage<LogContext> };
const storage = (holder.__logContext ??= new AsyncLocalStorage<LogContext>());

/** Runs `work` so that every line it logs, however late, carries `context` and what is set around it. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  const around = storage.getStore();
  // The outermost stays the object given: who began it sees what was learnt on the way.
  return storage.run(around ? { ...around, ...context } : context, work);
}

/** Adds what is learnt on the way, for the lines that follow; nothing where no context is set. */
export function addToLogContext(more: LogContext): void {
  Object.assign(storage.getStore() ?? {}, more);
}

/** The context of the line that is being written, or an empty one. */
export function logContext(): Readonly<LogContext> {
  return storage.getStore() ?? {};
}
