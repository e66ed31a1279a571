/** Takes items one after the other and writes them behind the back of whoever brings more. */
export interface WriteBehind<Item> {
  /** Takes an item. Waits where too many wait already. Throws what an earlier write failed with. */
  add(item: Item): Promise<void>;
  /** Waits until all is written. Throws what a write failed with. */
  end(): Promise<void>;
}

/**
 * Writes items in their order, one write after the other; those that come meanwhile go together with the
 * next one. After a failed write nothing more is written.
 *
 * @param most how many items may wait while a write is under way
 */
export function writeBehind<Item>(
  most: number,
  write: (items: readonly Item[]) => Promise<void>,
): WriteBehind<Item> {
  let waiting: Item[] = [];
  let underWay: Promise<void> | null = null;
  const writeAll = async () => {
    while (waiting.length > 0) {
      const items = waiting;
      waiting = [];
      await write(items);
    }
    underWay = null;
  };
  return {
    add: async (item) => {
      waiting.push(item);
      if (!underWay) {
        underWay = writeAll();
        // Whoever adds or ends next hears of it.
        underWay.catch(() => {});
      }
      if (waiting.length >= most) await underWay;
    },
    end: async () => {
      await underWay;
    },
  };
}
