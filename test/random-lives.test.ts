import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerFaults, type Answer } from "./properties/answers.ts";
import { livesByDowntime } from "./properties/downtime.ts";
import { allEdges, noteEdges } from "./properties/edges.ts";
import { faultsOfCustomer } from "./properties/invariants.ts";
import { newCustomers, planOf } from "./properties/plan.ts";
import { settingsOf } from "./properties/settings.ts";
import { stepsOf } from "./properties/steps.ts";

const usualRuns = 4000;
const { parameters, runs } = settingsOf("random lives", usualRuns);

describe("random lives of two customers", () => {
  test("leave every history, answer, timer, effect, number and yen in place", () => {
    let lives = 0;
    const reached = new Set<string>();
    const property = fc.property(stepsOf(24), (steps) => {
      lives += 1;
      const answers: Answer[] = [];
      const { customers, world } = planOf(newCustomers(1, 2), steps, (command, outcome) =>
        answers.push({ command, outcome }),
      );
      for (const { customerId } of customers) {
        const life = world.of(customerId);
        expect(faultsOfCustomer(life)).toEqual([]);
        expect(answerFaults(life, answers)).toEqual([]);
        noteEdges(life, reached);
      }
    });
    fc.assert(property, parameters);
    if (runs < usualRuns) return;
    const missed = allEdges.filter((edge) => !reached.has(edge));
    const share = 1 - missed.length / allEdges.length;
    console.log(
      `${allEdges.length - missed.length} of ${allEdges.length} edges; not: ${missed.join(", ")}`,
    );
    expect(share).toBeGreaterThan(0.9);
  }, 900_000);

  test("come to the same with downtime, sweeps at odd hours and a clock moved by hand", () => {
    const property = fc.property(stepsOf(15), (steps) => {
      const plan = planOf(newCustomers(1, 2), steps);
      const last = Date.parse(plan.bursts.at(-1)?.at ?? "");
      const { downtime = [], ...others } = livesByDowntime(
        plan,
        new Date(last + 300 * 86_400_000).toISOString(),
      );
      for (const lived of Object.values(others)) expect(lived).toEqual(downtime);
      for (const life of downtime) expect(faultsOfCustomer(life)).toEqual([]);
    });
    fc.assert(property, { ...parameters, numRuns: Math.ceil(runs / 4) });
  }, 900_000);
});
