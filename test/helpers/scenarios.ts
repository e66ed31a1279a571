import { readScenario, type Scenario } from "#machines/scenario/read.ts";

/** One command as a scenario's file has it. */
export type FileCommand = { at: string; do: string; [member: string]: unknown };

/** An order of 1,200,000 yen a year, accepted, to start on 2026-04-01. */
export const ordered: FileCommand[] = [
  {
    ...{ at: "2026-03-02T10:00", do: "order", wishedStart: "2026-04-01" },
    menus: { basic: { code: "NDR-BASE", annualPrice: 1_200_000 } },
  },
  { at: "2026-03-03", do: "verifyMaintenance" },
  { at: "2026-03-03", do: "accept" },
  { at: "2026-03-04", do: "setStart", startDay: "2026-04-01" },
];

/** The text of a scenario's file. */
export const fileOf = (until: string, commands: readonly FileCommand[]) =>
  JSON.stringify({ customer: { number: 1 }, until, commands }, null, 2);

/** A scenario as it is read from its file. */
export const scenarioOf = (until: string, commands: readonly FileCommand[]): Scenario =>
  readScenario(fileOf(until, commands));
