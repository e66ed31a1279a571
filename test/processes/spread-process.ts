/**
 * Works one spread over machines that listen until it is done or killed, and says what it told:
 * node spread-process.ts postgres|pglite PLACE KEY.
 */
import { wallClock } from "#app/clock.ts";
import { createDispatch, type Dispatch } from "#app/workflow/dispatch.ts";
import { runEffect, type EffectParts } from "#app/workflow/effects.ts";
import { startJobs } from "#app/workflow/jobs.ts";
import { spreadEffect } from "#app/workflow/spread-effect.ts";
import { openPglite, openPostgres } from "#db/client.ts";
import { lockEffect, type EffectKey } from "#db/queries/effects.ts";
import { listeningMachines as registry } from "../helpers/listening-machines.ts";

const [kind, place = "", keyText = "{}"] = process.argv.slice(2);
const database = kind === "postgres" ? openPostgres(place) : (await openPglite(place)).database;
const clock = wallClock;
const jobs = await startJobs(database, (error) => console.error(error), false);
const send = createDispatch({ database, jobs, clock, registry });
/** One after another, so that a kill strikes between two of them. */
let line: Promise<unknown> = Promise.resolve();
const dispatch: Dispatch = (command) => {
  const told = line.then(() => send(command));
  line = told.then(() => console.log(`told ${command.machineId}`));
  return told;
};
const sizes = { machinesPerPage: 2, pagesPerJob: 2, mostFailed: 10 };
const handlers = {
  spread: spreadEffect({ database, dispatch, sizes }),
} as Partial<EffectParts["handlers"]> as EffectParts["handlers"];
const key = JSON.parse(keyText) as EffectKey;
const isOpen = async () => {
  const row = await database.transaction({ role: "portal_engine" }, (tx) => lockEffect(tx, key));
  return row?.state === "pending";
};
while (await isOpen()) await runEffect({ database, clock, jobs, handlers }, key, false);
console.log("through");
await jobs.stop();
await database.close();
