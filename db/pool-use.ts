/** How the connections for transactions are used at a moment. */
export interface PoolUse {
  size: number;
  inUse: number;
  /** Transactions that wait for a connection. */
  waiting: number;
}

/** Counts the transactions of one pool, whose driver does not tell. */
export function followPool(size: number): {
  read(): PoolUse;
  /** Runs one transaction; it calls `begun` when it has its connection. */
  during<T>(transact: (begun: () => void) => Promise<T>): Promise<T>;
} {
  let inUse = 0;
  let waiting = 0;
  return {
    read: () => ({ size, inUse, waiting }),
    during: async (transact) => {
      let hasBegun = false;
      waiting += 1;
      try {
        return await transact(() => {
          hasBegun = true;
          waiting -= 1;
          inUse += 1;
        });
      } finally {
        if (hasBegun) inUse -= 1;
        else waiting -= 1;
      }
    },
  };
}
