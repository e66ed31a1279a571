import type { BareScript } from "./bare-statements.ts";
import { openBenchEngine } from "./bench-engine.ts";
import type { BenchDatabase, BenchServer } from "../bench-server.ts";
import { acceptedPast } from "./contract-past.ts";
import { populate } from "./population.ts";
import { startRecorder, type Recording } from "./recorder.ts";
import { templatesOf } from "./script.ts";
import { modelBlockNumber, modelTarget, slots, targetAt, type Target } from "./target.ts";

/** What the real engine sends for one command, and for as many at once as it takes together. */
export interface Scripts {
  single: BareScript;
  /** Null where the engine takes no commands together. */
  batched: BareScript | null;
}

const isOf = (recording: Recording, { contractId }: Target) =>
  recording.some(({ parameters }) => parameters.some((value) => value?.includes(contractId)));

const modelTargets = Array.from({ length: slots }, (_, slot) => targetAt(modelBlockNumber, slot));
const before = (count: number) => Array.from({ length: count }, (_, slot) => targetAt(0, slot));

/** Lets the engine do commands all at once on a copy of the source; returns its transactions. */
async function recordAll(
  source: BenchDatabase,
  wishedStart: string,
  targets: readonly Target[],
): Promise<Recording[]> {
  const database = await source.copy();
  const recorder = await startRecorder(database.url);
  try {
    const engine = await openBenchEngine(recorder.url, wishedStart);
    await Promise.all(targets.map((target) => engine.setStart(target)));
    await engine.close();
    return recorder.recordings();
  } finally {
    await recorder.close();
    await database.drop();
  }
}

/**
 * The largest transaction that holds commands of the model block only. As many commands or a few go
 * ahead, so that the hundred behind them go together; how many it takes is the engine's affair.
 */
async function recordBatch(
  source: BenchDatabase,
  wishedStart: string,
): Promise<{ recording: Recording; size: number } | null> {
  let best: { recording: Recording; size: number } | null = null;
  for (const ahead of [slots, 2, 0, 1, 3, 4]) {
    if (best?.size === slots) break;
    const targets = [...before(ahead), ...modelTargets];
    for (const recording of await recordAll(source, wishedStart, targets)) {
      const size = modelTargets.filter((target) => isOf(recording, target)).length;
      const isPure = !before(ahead).some((target) => isOf(recording, target));
      if (isPure && size > (best?.size ?? 1)) best = { recording, size };
    }
  }
  return best;
}

/** Records what the engine sends on a database of its own. */
export async function recordScripts(server: BenchServer): Promise<Scripts> {
  const past = acceptedPast(Date.now());
  const source = await server.createDatabase();
  try {
    await populate(source, past, { blocks: 1, firstNumber: 1 });
    await populate(source, past, { blocks: 1, firstNumber: 1001, firstBlock: modelBlockNumber });
    const recordings = await recordAll(source, past.wishedStart, [modelTarget]);
    const single = recordings.find((recording) => isOf(recording, modelTarget));
    if (!single) throw new Error("The engine sent no transaction for its command.");
    const batch = await recordBatch(source, past.wishedStart);
    return {
      single: { templates: await templatesOf(source, single, true), size: 1 },
      batched: batch && {
        templates: await templatesOf(source, batch.recording, false),
        size: batch.size,
      },
    };
  } finally {
    await source.drop();
  }
}
