import { createRequire, registerHooks } from "node:module";
import type postgresDriver from "postgres";

/** Pieces of postgres.js 3.4.9, each to be found exactly once, and what stands there instead. */
const repairs: Readonly<Record<string, readonly (readonly [found: string, repaired: string])[]>> = {
  "/postgres/cjs/src/index.js": [
    // A transaction whose connection closes is rejected at once, but its work may go on for a moment.
    [", prepare = null", ", prepare = null\n      , lost = null"],
    ["connection.onclose = reject", "connection.onclose = (e) => reject(lost = e)"],
    [
      "q.catch(e => uncaughtError",
      "if (lost) return q.reject(lost)\n        q.catch(e => uncaughtError",
    ],
  ],
  "/postgres/cjs/src/connection.js": [
    // A timer that is cleared and kept looks armed: the connection would never write again.
    [
      "clearImmediate(nextWriteTimer)\n    socket.removeListener",
      "clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener",
    ],
  ],
};

/** Replaces each piece. Throws where the driver is not the one that the repairs were made for. */
function repair(file: string, source: string): string {
  return (repairs[file] ?? []).reduce((text, [found, repaired]) => {
    if (text.split(found).length !== 2) {
      throw new Error(`The driver's ${file} has changed: look whether it needs ${repaired} still.`);
    }
    return text.replace(found, () => repaired);
  }, source);
}

const hooks = registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const file = Object.keys(repairs).find((name) => url.endsWith(name));
    if (file === undefined) return loaded;
    return { ...loaded, source: repair(file, String(loaded.source)) };
  },
});

/**
 * postgres.js, repaired. As published, a transaction that sends another statement, or its own
 * rollback, after its connection was cut ends the whole process with an error that nobody can catch
 * (porsager/postgres#1208); and where another transaction has the reconnected connection by then, the
 * statement runs inside that one. Here it is refused like the statement under way.
 */
export const postgres = createRequire(import.meta.url)("postgres") as typeof postgresDriver;
hooks.deregister();
