import pino from "pino";
import { log } from "#app/log.ts";

type Line = Record<string, unknown>;

/** What the portal's log says while `work` runs, from `info` upwards; it reaches no terminal. */
export async function logLinesOf(work: () => Promise<unknown>): Promise<Line[]> {
  const lines: Line[] = [];
  const logger = log as typeof log & Record<symbol, unknown>;
  const { level } = log;
  const stream = logger[pino.symbols.streamSym];
  logger[pino.symbols.streamSym] = {
    write: (text: string) => void lines.push(JSON.parse(text) as Line),
  };
  log.level = "info";
  try {
    await work();
  } finally {
    log.level = level;
    logger[pino.symbols.streamSym] = stream;
  }
  return lines;
}
