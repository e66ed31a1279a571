/**
 * Records what the present version of a machine's definition does, once, when it is released; of one
 * that is released already it says whether it still does that:
 *
 *   node test/released/record.ts contract
 */
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { registry, type Registry } from "#machines/registry.ts";
import { bankLives } from "./bank-lives.ts";
import { readCorpus, recordCorpus, releasedVersions, writeCorpus, type Corpus } from "./corpus.ts";
import { creditLives } from "./credit-lives.ts";
import { complaintOf } from "./differences.ts";
import { livesOf } from "./lives.ts";
import { monthCloseLives } from "./month-close-events.ts";
import { noticeLives } from "./notice-lives.ts";
import { stockLives } from "./stock-lives.ts";
import { toursOf } from "./tours.ts";

/** The record of a kind's present version: tours through its chart, then lives through the calendar. */
export function recordOf(kind: MachineKind, release: Registry = registry): Corpus {
  const definition = release.definition(kind);
  const told = [
    ...livesOf(release),
    ...noticeLives(),
    ...bankLives(),
    ...monthCloseLives(),
    ...creditLives(),
    ...stockLives(),
  ];
  const lives = told.filter((life) => life.kind === kind);
  return recordCorpus(definition, [...toursOf(definition), ...lives.map(({ events }) => events)]);
}

function main(kinds: readonly string[]): number {
  const known = Object.keys(registry.definitions);
  if (kinds.length === 0 || kinds.some((kind) => !known.includes(kind))) {
    console.error(`Usage: node test/released/record.ts ${known.join(" | ")}`);
    return 2;
  }
  let refused = 0;
  for (const kind of kinds as MachineKind[]) {
    const definition = registry.definition(kind);
    const { version } = definition;
    if (releasedVersions(kind).includes(version)) {
      const stays = `Version ${version} of ${kind} is released, and does what it did.`;
      console.error(complaintOf(readCorpus(kind, version), definition) ?? stays);
      refused += 1;
    } else console.log(writeCorpus(recordOf(kind)));
  }
  return refused > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
