import { openBenchServer, type BenchServer } from "./bench-server.ts";
import type { Figure, Say } from "./figure.ts";

/** What somebody wants to have measured. */
export interface Wanted {
  /** Names of parts; all where none is given. */
  parts: readonly string[];
  size: "quick" | "full" | "long";
  /** A superuser's address of the server to measure on; one of our own where left out. */
  given: string | undefined;
  say: Say;
  /** Told of each part's figures as soon as they are there. */
  onFigures(figures: readonly Figure[]): void;
}

/** Parts that are measured under one name. */
export interface Suite {
  /** What can be measured, in the order in which it is. */
  readonly parts: readonly string[];
  /** Measures one part after the other. Leaves no server and no process behind. */
  measure(wanted: Wanted): Promise<Figure[]>;
}

/**
 * A suite of parts that share a ground.
 *
 * @param open makes that ground on an open server
 */
export function suiteOf<Ground>(
  parts: Readonly<Record<string, (ground: Ground) => Promise<Figure[]>>>,
  open: (server: BenchServer, wanted: Wanted) => Ground,
): Suite {
  const all = Object.keys(parts);
  return {
    parts: all,
    measure: async (wanted) => {
      const server = await openBenchServer(wanted.given);
      try {
        const ground = open(server, wanted);
        const figures: Figure[] = [];
        for (const name of wanted.parts.length > 0 ? wanted.parts : all) {
          const found = (await parts[name]?.(ground)) ?? [];
          wanted.onFigures(found);
          figures.push(...found);
        }
        return figures;
      } finally {
        await server.close();
      }
    },
  };
}
