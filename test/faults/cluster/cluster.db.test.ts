import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeBundle } from "../bundle.ts";
import { makeStoppableStore } from "../store.ts";
import { clusterReportOf, clusterTableOf, type ClusterReport } from "./cluster-report.ts";
import { runCluster, type ClusterRun } from "./run-cluster.ts";

const minutes = 60_000;
const counts = { kills: 8, backendKills: 2, immediateStops: 1 };
const orders = 30;

let run: ClusterRun;
let report: ClusterReport;
const undo: (() => void | Promise<void>)[] = [];

// The run starts a PostgreSQL of its own, which it stops; with the embedded database there is none.
describe.runIf(process.env["TEST_DATABASE"] === "postgres")(
  "two web and two worker processes",
  () => {
    beforeAll(async () => {
      const bundle = await takeBundle();
      undo.push(() => bundle.remove());
      const stoppable = await makeStoppableStore();
      undo.push(() => stoppable.store.close());
      const folder = mkdtempSync(join(tmpdir(), "portal-faults-run-"));
      undo.push(() => rmSync(folder, { recursive: true, force: true }));
      run = await runCluster({
        ...{ bundle: bundle.path, stoppable, folder, seed: 1 },
        ...{ web: 2, workers: 2, customers: 5, orders, counts },
        // What a killed worker had begun is taken up after half a minute; the rest of the load covers it.
        disturbedUntil: 0.6,
        callers: 6,
        mostMinutes: 15,
      });
      report = clusterReportOf(run);
    }, 20 * minutes);
    afterAll(async () => {
      for (const step of undo.toReversed()) await step();
    });

    test("lose nothing, double nothing and finish everything while they die and the database with them", () => {
      const { lost, doubled, unfinished, faults, ordersPaid } = report;
      expect({ lost, doubled, unfinished, faults, ordersPaid }, clusterTableOf(report)).toEqual({
        ...{ lost: [], doubled: [], unfinished: [], faults: [] },
        ordersPaid: orders,
      });
      expect(report.charges).toBeGreaterThanOrEqual(orders);
    });

    test("are disturbed as often as planned", () => {
      const { killsWeb, killsWorker, backendKills, immediateStops } = report;
      expect({ kills: killsWeb + killsWorker, backendKills, immediateStops }).toEqual(counts);
    });

    test("would show what is lost and what is charged twice", () => {
      const evidence = structuredClone(run.evidence);
      evidence.events = evidence.events.filter(({ type }) => type !== "submit");
      const [charge] = evidence.provider.charges.filter(({ status }) => status === "succeeded");
      if (charge) evidence.provider.charges.push({ ...charge, id: "ch_again" });
      const { lost, faults } = clusterReportOf({ ...run, evidence });
      expect(lost).toHaveLength(orders);
      expect(faults).toContain("charge ch_again settled 0 payments");
    });
  },
);
