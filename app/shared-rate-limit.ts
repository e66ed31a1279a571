import { createHmac } from "node:crypto";
import type { Database } from "#db/client.ts";
import { takeAct } from "#db/queries/rate-limit.ts";
import { memoryRateLimiter, type RateLimiter } from "./middleware/rate-limit.ts";

/**
 * Token buckets that all processes on one database count together. `factor` multiplies every burst;
 * `secret` hides whose buckets they are: keys hold addresses.
 *
 * Each process also counts for itself. What it has seen alone is enough to refuse a flood, so that
 * refusing stays cheaper than asking.
 */
export function sharedRateLimiter({
  database,
  secret,
  factor = 1,
  now = Date.now,
}: {
  database: Database;
  secret: string;
  factor?: number;
  now?: () => number;
}): RateLimiter {
  const own = memoryRateLimiter({ factor, now });
  return {
    take: async (key, limit) => {
      if (!(await own.take(key, limit))) return false;
      const bucket = createHmac("sha256", secret).update(`rate limit ${key}`).digest("base64url");
      const { burst, seconds } = limit;
      return database.transaction({ role: "portal_engine" }, (tx) =>
        takeAct(tx, { bucket, burst: burst * factor, seconds, now: new Date(now()) }),
      );
    },
  };
}
