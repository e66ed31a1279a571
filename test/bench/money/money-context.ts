import type { BenchServer } from "../bench-server.ts";
import type { Say } from "../figure.ts";
import type { MoneySizes } from "./sizes.ts";

/** What every part measures with. */
export interface MoneyContext {
  server: BenchServer;
  sizes: MoneySizes;
  say: Say;
}

/** Of the time that bare SQL takes, the portal may take four times as much. */
export const limit = 0.25;
