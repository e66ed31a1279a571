import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

export interface Take {
  /** Names the bucket without telling whose it is. */
  bucket: string;
  /** How many acts a full bucket holds. */
  burst: number;
  /** After so many seconds one act comes back. */
  seconds: number;
  now: Date;
}

/**
 * Takes one act from a bucket; false where it is empty. A bucket is one instant, at which it will be
 * full again: an act moves it on, and none may move it further ahead than the whole burst is worth.
 */
export async function takeAct(tx: Handle, { bucket, burst, seconds, now }: Take): Promise<boolean> {
  const at = now.toISOString();
  const taken = await rowsOf(
    tx,
    sql`insert into rate_limit as known (bucket, full_at)
        values (${bucket}, ${at}::timestamptz + make_interval(secs => ${seconds}))
        on conflict (bucket) do update
          set full_at = greatest(known.full_at, ${at}::timestamptz) + make_interval(secs => ${seconds})
          where greatest(known.full_at, ${at}::timestamptz)
            <= ${at}::timestamptz + make_interval(secs => ${(burst - 1) * seconds})
        returning 1`,
  );
  return taken.length === 1;
}

/** Forgets the buckets that are full, which is what an unknown bucket is. Returns how many. */
export async function dropFullBuckets(tx: Handle, now: Date): Promise<number> {
  const dropped = await rowsOf(
    tx,
    sql`delete from rate_limit where full_at <= ${now.toISOString()}::timestamptz returning 1`,
  );
  return dropped.length;
}
