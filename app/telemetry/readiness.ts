import type { Database } from "#db/client.ts";
import { missingMigrations } from "#db/missing-migrations.ts";
import { log } from "../log.ts";

const patienceMilliseconds = 3000;

/** Whether this process should be given work, as its prober asks. */
export interface Readiness {
  /** False as soon as the process stops, and while its database can't be reached or is behind it. */
  isReady(): Promise<boolean>;
  /** From now on the process is not ready. */
  beginStop(): void;
  isStopping(): boolean;
}

/** Why the database can't serve this release; throws where it can't be asked. */
async function faultOf(database: Database): Promise<string | null> {
  const missing = await database.transaction({ role: "portal_engine" }, missingMigrations);
  return missing.length > 0 ? `migrations are missing: ${missing.join(", ")}` : null;
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database is slow")), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks the database itself each time; the migrations only until they have all been seen. */
export function watchReadiness(database: Database): Readiness {
  let isStopping = false;
  let isMigrated = false;
  return {
    isReady: async () => {
      if (isStopping) return false;
      try {
        const ask = isMigrated ? database.ping().then(() => null) : faultOf(database);
        const fault = await within(patienceMilliseconds, ask);
        if (fault === null) isMigrated = true;
        else log.error({ fault }, "not ready");
        return fault === null && !isStopping;
      } catch (error) {
        log.error({ err: error }, "not ready");
        return false;
      }
    },
    beginStop: () => {
      isStopping = true;
    },
    isStopping: () => isStopping,
  };
}
