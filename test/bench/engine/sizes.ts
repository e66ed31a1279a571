/** How much each part measures. */
export interface Sizes {
  /** Interleaved runs, of which the median counts. */
  rounds: number;
  /** How long a run of commands lasts. */
  seconds: number;
  /** Blocks of a hundred machines under the measured commands. */
  blocks: number;
  /** Numbers of concurrent clients. */
  clients: readonly number[];
  /** Blocks whose contracts have two due timers each. */
  sweepBlocks: number;
  memoryBlocks: number;
  /** How long the worker may sweep whose memory is measured. */
  memorySeconds: number;
  effects: number;
  growthRounds: number;
  /** Blocks of each size; the first is what the others are compared with. */
  growthBlocks: readonly number[];
  growthClients: readonly number[];
}

export const fullSizes: Sizes = {
  rounds: 5,
  seconds: 2,
  blocks: 500,
  clients: [1, 8, 24, 200],
  sweepBlocks: 500,
  memoryBlocks: 5000,
  memorySeconds: 300,
  effects: 10_000,
  growthRounds: 3,
  growthBlocks: [100, 1000, 10_000],
  growthClients: [24, 200],
};

/** As the full sizes, but the worker whose memory is measured may sweep until nothing is left. */
export const longSizes: Sizes = { ...fullSizes, memorySeconds: 3600 };

/** Less than a minute: whether it works, and roughly how fast. */
export const quickSizes: Sizes = {
  ...fullSizes,
  rounds: 1,
  seconds: 1,
  blocks: 100,
  clients: [8, 24],
  sweepBlocks: 25,
  memoryBlocks: 10,
  memorySeconds: 30,
  effects: 1000,
  growthRounds: 1,
  growthBlocks: [50, 150],
  growthClients: [24],
};
