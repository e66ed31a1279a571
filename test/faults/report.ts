import { checkAcknowledged } from "./checks/acknowledged.ts";
import { checkDrained, checkMails } from "./checks/mails.ts";
import { checkMoney, successfulCharges } from "./checks/money.ts";
import type { KillRun } from "./run-kills.ts";

/** What a run has shown. */
export interface Report {
  kills: number;
  seed: number;
  seconds: number;
  /** Acknowledged commands by kind. */
  acknowledged: Record<string, number>;
  /** Requests on which the portal died, and those that found it gone. */
  broken: number;
  unreachable: number;
  charges: number;
  /** Yen. */
  charged: number;
  invoices: number;
  mails: number;
  events: number;
  webhooks: number;
  /** Effects that needed more than one try. */
  repeatedEffects: number;
  lost: string[];
  doubled: string[];
  /** Everything else that is not as it must be. */
  faults: string[];
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Checks a run's evidence and puts the figures together. */
export function reportOf(run: KillRun): Report {
  const { kills, seed, weather, evidence, surprises } = run;
  const commands = checkAcknowledged(evidence);
  const mails = checkMails(evidence);
  const charges = successfulCharges(evidence);
  return {
    kills,
    seed,
    seconds: Math.round(run.seconds),
    acknowledged: countBy(evidence.acknowledged.map(({ kind }) => kind)),
    broken: weather.broken,
    unreachable: weather.unreachable,
    charges: charges.length,
    charged: charges.reduce((sum, { amount }) => sum + amount, 0),
    invoices: evidence.invoices.length,
    mails: evidence.effects.reduce((sum, effect) => sum + effect.mails.length, 0),
    events: evidence.events.length,
    webhooks: evidence.inbox.length,
    repeatedEffects: evidence.effects.filter(({ attempts }) => attempts > 1).length,
    lost: [...commands.lost, ...mails.lost],
    doubled: [...commands.doubled, ...mails.doubled],
    faults: [
      ...checkMoney(evidence),
      ...checkDrained(evidence),
      ...evidence.engineFaults,
      ...surprises,
    ],
  };
}

/** The figures as lines for a person. */
export function tableOf(report: Report): string {
  const { acknowledged, lost, doubled, faults, ...figures } = report;
  const rows: [string, number][] = [
    ...Object.entries(figures),
    ...Object.entries(acknowledged).map(([kind, count]): [string, number] => [
      `acknowledged ${kind}`,
      count,
    ]),
    ["lost", lost.length],
    ["doubled", doubled.length],
    ["other faults", faults.length],
  ];
  const lines = rows.map(
    ([name, value]) => `${name.padEnd(32)} ${value.toLocaleString("en").padStart(14)}`,
  );
  const details = Object.entries({ lost, doubled, faults }).flatMap(([name, found]) =>
    found.slice(0, 20).map((text) => `${name}: ${text}`),
  );
  return [...lines, ...details].join("\n");
}
