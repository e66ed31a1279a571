/**
 * Records what the present version of a machine's definition does, once, when it is released:
 *
 *   node test/released/record.ts contract
 */
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { registry, type Registry } from "#machines/registry.ts";
import { recordCorpus, writeCorpus, type Corpus } from "./corpus.ts";
import { livesOf } from "./lives.ts";
import { toursOf } from "./tours.ts";

/** The record of a kind's present version: tours through its chart, then lives through the calendar. */
export function recordOf(kind: MachineKind, release: Registry = registry): Corpus {
  const definition = release.definition(kind);
  const lives = livesOf(release).filter((told) => told.kind === kind);
  return recordCorpus(definition, [...toursOf(definition), ...lives.map(({ events }) => events)]);
}

function main(kinds: readonly string[]): number {
  const known = Object.keys(registry.definitions);
  if (kinds.length === 0 || kinds.some((kind) => !known.includes(kind))) {
    console.error(`Usage: node test/released/record.ts ${known.join(" | ")}`);
    return 2;
  }
  try {
    for (const kind of kinds) console.log(writeCorpus(recordOf(kind as MachineKind)));
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
