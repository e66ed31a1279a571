import type { BenchDatabase, BenchServer } from "../bench-server.ts";
import { acceptedPast, renewingPast } from "./contract-past.ts";
import { populate } from "./population.ts";
import { slots } from "./target.ts";

/** Blocks whose contracts nobody has touched yet. */
export interface Supply {
  database: BenchDatabase;
  /** The place of the first block in the scattered order. */
  from: number;
  blocks: number;
}

/** Accepted orders to be used up; the start of each can be fixed once. */
export interface Stock {
  /** How many blocks of accepted orders its database has. */
  readonly blocks: number;
  /** The ISO day for which all orders wish. */
  readonly wishedStart: string;
  /**
   * Untouched blocks: as many as asked for, or all there are. Where the copy at hand has not enough
   * left, the supply is in a fresh copy, and the earlier one is gone.
   */
  take(blocks: number): Promise<Supply>;
  /** Does away with the copy at hand, so that the next supply is in a fresh one. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** One block of so many holds running contracts with timers of their own, as there are in life. */
const runningShare = 5;

/** Makes a database with so many blocks. */
export async function openStock(server: BenchServer, all: number): Promise<Stock> {
  const [past, running] = [acceptedPast(Date.now()), renewingPast(Date.now())];
  const blocks = all - Math.ceil(all / runningShare);
  const source = await server.createDatabase();
  await populate(source, past, { blocks });
  const others = { blocks: all - blocks, firstBlock: blocks, firstNumber: blocks * slots + 1 };
  await populate(source, running, others);
  let current: BenchDatabase | undefined;
  let next = 0;
  const renew = async () => {
    await current?.drop();
    current = undefined;
  };
  return {
    blocks,
    wishedStart: past.wishedStart,
    take: async (wanted) => {
      const taken = Math.min(wanted, blocks);
      if (!current || next + taken > blocks) {
        await current?.drop();
        current = await source.copy();
        next = 0;
      }
      next += taken;
      return { database: current, from: next - taken, blocks: taken };
    },
    renew,
    close: async () => {
      await renew();
      await source.drop();
    },
  };
}
