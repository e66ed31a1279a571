import type { Say } from "../figure.ts";
import type { BareRunner } from "./bare-statements.ts";
import type { BenchServer } from "../bench-server.ts";
import { recordScripts, type Scripts } from "./record.ts";
import type { Sizes } from "./sizes.ts";

/** What every part measures with. */
export interface BenchContext {
  server: BenchServer;
  bare: BareRunner;
  sizes: Sizes;
  say: Say;
  /** What the engine sends, recorded at the first call. */
  scripts(): Promise<Scripts>;
}

/** The parts' common ground on an open server. */
export function benchContext(
  server: BenchServer,
  bare: BareRunner,
  sizes: Sizes,
  say: Say,
): BenchContext {
  let recorded: Promise<Scripts> | undefined;
  const record = async () => {
    const scripts = await recordScripts(server);
    const size = scripts.batched?.size ?? 1;
    say(`bare statements by ${bare.tool}; the engine takes up to ${size} commands together`);
    return scripts;
  };
  return { server, bare, sizes, say, scripts: () => (recorded ??= record()) };
}
