import type { Database } from "#db/client.ts";

/** Ends work between two of its transactions, because the process stops. */
export class Stopped extends Error {}

/** The same database, which begins no transaction once `isStopping` says so, but throws Stopped. */
export function untilStopped(database: Database, isStopping: () => boolean): Database {
  return {
    ...database,
    transaction: async (scope, work) => {
      if (isStopping()) throw new Stopped("the process stops");
      return database.transaction(scope, work);
    },
  };
}
