import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { makeTestStore } from "#test/helpers/database.ts";
import { takeBundle } from "./bundle.ts";
import type { Evidence } from "./evidence.ts";
import { reportOf, tableOf, type Report } from "./report.ts";
import { runKills, type KillRun } from "./run-kills.ts";

const minutes = 60_000;

/** Several processes on PostgreSQL are killed in a test of their own. */
const isEmbedded = inject("databaseTemplate").kind === "pglite";

let run: KillRun;
const undo: (() => void | Promise<void>)[] = [];

beforeAll(async () => {
  if (!isEmbedded) return;
  const bundle = await takeBundle();
  undo.push(() => bundle.remove());
  const store = await makeTestStore();
  undo.push(() => store.close());
  const folder = mkdtempSync(join(tmpdir(), "portal-faults-run-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  run = await runKills({ bundle: bundle.path, store, folder, kills: 3, seed: 1 });
}, 20 * minutes);
afterAll(async () => {
  for (const step of undo) await step();
});

test.runIf(isEmbedded)("three kills under load lose nothing and double nothing", () => {
  const report = reportOf(run);
  const { lost, doubled, faults } = report;
  expect({ lost, doubled, faults }, tableOf(report)).toEqual({ lost: [], doubled: [], faults: [] });
  for (const kind of ["submit", "accept", "setStart", "charge"]) {
    expect(report.acknowledged[kind], tableOf(report)).toBeGreaterThan(0);
  }
});

/** What the checks say of the same evidence after somebody changed it. */
function reportAfter(change: (evidence: Evidence) => void): Report {
  const evidence = structuredClone(run.evidence);
  change(evidence);
  return reportOf({ ...run, evidence });
}

const first = <Item>(items: readonly Item[], isIt: (item: Item) => boolean): Item => {
  const found = items.find(isIt);
  if (!found) throw new Error("The evidence holds nothing of the kind.");
  return found;
};

const changes: [
  what: string,
  where: "lost" | "doubled" | "faults",
  (evidence: Evidence) => void,
][] = [
  [
    "an acknowledged order without its event",
    "lost",
    (evidence) => {
      const { contractId } = first(evidence.acknowledged, ({ kind }) => kind === "submit") as {
        contractId: string;
      };
      evidence.events = evidence.events.filter(
        ({ machineId, type }) => machineId !== contractId || type !== "submit",
      );
    },
  ],
  [
    "an acceptance that happened twice",
    "doubled",
    (evidence) => {
      const { contractId } = first(evidence.acknowledged, ({ kind }) => kind === "accept") as {
        contractId: string;
      };
      const isIt = ({ machineId, type }: Evidence["events"][number]) =>
        machineId === contractId && type === "accept";
      evidence.events.push(first(evidence.events, isIt));
    },
  ],
  [
    "a page whose text is gone",
    "lost",
    (evidence) => {
      evidence.forms = [];
    },
  ],
  [
    "a charge that settled nothing",
    "faults",
    ({ provider }) => {
      const charge = first(provider.charges, ({ status }) => status === "succeeded");
      provider.charges.push({ ...charge, id: "ch_again" });
    },
  ],
  [
    "an invoice that was charged twice",
    "faults",
    ({ provider, payments, invoices, balances }) => {
      const charge = first(provider.charges, ({ status }) => status === "succeeded");
      const payment = first(payments, ({ chargeId }) => chargeId === charge.id);
      provider.charges.push({ ...charge, id: "ch_again" });
      payments.push({ ...payment, paymentId: "again", chargeId: "ch_again" });
      const { invoiceId, amount } = payment;
      first(invoices, (invoice) => invoice.invoiceId === invoiceId).paid += amount;
      balances["stripeClearing"] = (balances["stripeClearing"] ?? 0) + amount;
    },
  ],
  [
    "a yen that the ledger lacks",
    "faults",
    ({ balances }) => {
      balances["stripeClearing"] = (balances["stripeClearing"] ?? 0) - 1;
    },
  ],
  [
    "a mail that came twice under one key",
    "doubled",
    ({ provider, effects }) => {
      const { mails } = first(effects, ({ kind }) => kind === "mail");
      const mail = first(provider.mails, (one) => one.idempotency_key === mails[0]?.key);
      provider.mails.push({ ...mail, id: "again" });
    },
  ],
  [
    "a mail that two effects wrote",
    "doubled",
    ({ provider, effects }) => {
      const effect = first(effects, ({ template }) => template === "order-received");
      const [written] = effect.mails;
      const mail = first(provider.mails, (one) => one.idempotency_key === written?.key);
      provider.mails.push({ ...mail, id: "again", idempotency_key: "again" });
      effects.push({ ...effect, key: "again", mails: [{ to: mail.to[0] ?? "", key: "again" }] });
    },
  ],
  [
    "a mail that never came",
    "lost",
    ({ provider, effects }) => {
      const { mails } = first(effects, ({ kind }) => kind === "mail");
      provider.mails = provider.mails.filter((one) => one.idempotency_key !== mails[0]?.key);
    },
  ],
  [
    "an effect that was given up",
    "faults",
    ({ effects }) => {
      first(effects, ({ kind }) => kind === "mail").state = "dead";
    },
  ],
];

describe.runIf(isEmbedded)("the checks see", () => {
  test.each(changes)("%s", (_what, where, change) => {
    expect(reportAfter(change)[where].length).toBeGreaterThan(reportOf(run)[where].length);
  });
});
