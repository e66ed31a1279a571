import type { Database } from "#db/client.ts";
import type { Registry } from "#machines/registry.ts";
import type { Clock } from "../clock.ts";
import type { Jobs } from "./jobs.ts";

/** What the engine works with, be it for commands, for deadlines or for migrations. */
export interface EngineParts {
  database: Database;
  jobs: Jobs;
  clock: Clock;
  /** The definitions to run; the portal's own where left out. */
  registry?: Registry;
  /** Told how many commands share each transaction. */
  onFlush?: (commands: number) => void;
}
