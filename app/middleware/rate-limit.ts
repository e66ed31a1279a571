/** So many acts at once, of which one comes back every `seconds`. */
export type Limit = { burst: number; seconds: number };

/** Where limits are counted: in this process, as below, or in all that share a database. */
export interface RateLimiter {
  /** Takes one act from the bucket `key`; false where it is empty. */
  take(key: string, limit: Limit): Promise<boolean>;
}

/** Acts by address, and for accounts also by account: the address may change with every guess. */
export const limits = {
  signIn: { burst: 20, seconds: 15 },
  signInAccount: { burst: 10, seconds: 60 },
  signUp: { burst: 10, seconds: 60 },
  reset: { burst: 10, seconds: 60 },
  /** Mails to one account, so that nobody's mailbox is flooded from here. */
  mailAccount: { burst: 5, seconds: 300 },
  secondFactor: { burst: 10, seconds: 30 },
} as const satisfies Record<string, Limit>;

/**
 * Token buckets in memory. `factor` multiplies every burst. Above `maxBuckets` the one that was
 * used longest ago is forgotten, so that made-up keys can't fill the memory.
 */
export function memoryRateLimiter({
  factor = 1,
  maxBuckets = 50_000,
  now = Date.now,
}: { factor?: number; maxBuckets?: number; now?: () => number } = {}): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take: async (key, limit) => {
      const burst = limit.burst * factor;
      const at = now();
      const before = buckets.get(key) ?? { tokens: burst, at };
      const regained = (at - before.at) / (limit.seconds * 1000);
      const tokens = Math.min(burst, before.tokens + Math.max(0, regained));
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= maxBuckets) break;
        buckets.delete(oldest);
      }
      return tokens >= 1;
    },
  };
}
