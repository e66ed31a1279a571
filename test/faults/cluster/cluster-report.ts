import { checkAcknowledged } from "../checks/acknowledged.ts";
import { checkDrained, checkMails } from "../checks/mails.ts";
import { checkMoney, successfulCharges } from "../checks/money.ts";
import type { ClusterRun } from "./run-cluster.ts";

/** What a run of several processes has shown. */
export interface ClusterReport {
  seed: number;
  killsWeb: number;
  killsWorker: number;
  backendKills: number;
  immediateStops: number;
  orders: number;
  ordersPaid: number;
  /** Requests that the portal confirmed and that were looked for afterwards. */
  acknowledged: number;
  /** Requests on which the portal died, and those that found nobody. */
  cutOff: number;
  unreachable: number;
  /** Answers that asked to come again, and internal errors while the database was away. */
  busy: number;
  failedWithDatabase: number;
  charges: number;
  /** Yen. */
  charged: number;
  mails: number;
  events: number;
  webhooks: number;
  /** Effects that needed more than one try. */
  repeatedEffects: number;
  loadSeconds: number;
  drainSeconds: number;
  ordersPerMinute: number;
  lost: string[];
  doubled: string[];
  unfinished: string[];
  /** Everything else that is not as it must be. */
  faults: string[];
}

/** Checks a run's evidence and puts the figures together. */
export function clusterReportOf(run: ClusterRun): ClusterReport {
  const { evidence, weather, disturbed } = run;
  const commands = checkAcknowledged(evidence);
  const mails = checkMails(evidence);
  const charges = successfulCharges(evidence);
  return {
    seed: run.seed,
    killsWeb: disturbed.kills.web,
    killsWorker: disturbed.kills.worker,
    backendKills: disturbed.backendKills,
    immediateStops: disturbed.immediateStops,
    orders: run.orders,
    ordersPaid: run.ordersPaid,
    acknowledged: evidence.acknowledged.length,
    cutOff: weather.broken,
    unreachable: weather.unreachable,
    busy: weather.busy,
    failedWithDatabase: run.explainedFailures,
    charges: charges.length,
    charged: charges.reduce((sum, { amount }) => sum + amount, 0),
    mails: evidence.effects.reduce((sum, effect) => sum + effect.mails.length, 0),
    events: evidence.events.length,
    webhooks: evidence.inbox.length,
    repeatedEffects: evidence.effects.filter(({ attempts }) => attempts > 1).length,
    loadSeconds: Math.round(run.loadSeconds),
    drainSeconds: Math.round(run.drainSeconds),
    ordersPerMinute: Math.round((run.ordersPaid / run.loadSeconds) * 60),
    lost: [...commands.lost, ...mails.lost],
    doubled: [...commands.doubled, ...mails.doubled],
    unfinished: [...run.unfinished, ...checkDrained(evidence)],
    faults: [...checkMoney(evidence), ...evidence.engineFaults, ...run.surprises],
  };
}

/** Whether nothing was lost, doubled or left over, and nothing else is wrong. */
export const isClean = ({ lost, doubled, unfinished, faults }: ClusterReport): boolean =>
  lost.length + doubled.length + unfinished.length + faults.length === 0;

/** The figures as lines for a person. */
export function clusterTableOf(report: ClusterReport): string {
  const { lost, doubled, unfinished, faults, ...figures } = report;
  const found = { lost, doubled, unfinished, faults };
  const rows = [
    ...Object.entries(figures),
    ...Object.entries(found).map(([name, texts]): [string, number] => [name, texts.length]),
  ];
  const lines = rows.map(
    ([name, value]) => `${name.padEnd(24)} ${value.toLocaleString("en").padStart(16)}`,
  );
  const details = Object.entries(found).flatMap(([name, texts]) =>
    texts.slice(0, 20).map((text) => `${name}: ${text}`),
  );
  return [...lines, ...details].join("\n");
}
