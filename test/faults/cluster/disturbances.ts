import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { PostgresServer } from "#test/helpers/postgres-server.ts";
import type { Chance } from "../random.ts";
import type { Role, Slot } from "./slot.ts";

export interface Counts {
  /** `kill -9` of one of the portal's processes. */
  kills: number;
  /** `pg_terminate_backend` of one of the portal's connections. */
  backendKills: number;
  /** PostgreSQL stopped as if its machine had lost its power, and started again. */
  immediateStops: number;
}

type Kind = keyof Counts;

/** What is done when this share of the load is through. */
interface Planned {
  kind: Kind;
  at: number;
}

/** Disturbances at random places between the first orders and `until`, a share of the load. */
export function planDisturbances(counts: Counts, chance: Chance, until: number): Planned[] {
  const kinds = Object.entries(counts) as [Kind, number][];
  const planned = kinds.flatMap(([kind, count]) =>
    Array.from({ length: count }, () => ({ kind, at: (chance.whole(10, 1000) / 1000) * until })),
  );
  return planned.toSorted((one, other) => one.at - other.at);
}

export interface Disturbed {
  kills: Record<Role, number>;
  backendKills: number;
  immediateStops: number;
}

/** Times around which the database itself was away or cut connections. */
export interface Outages {
  /** Whether an instant of `performance.now()` lies in an outage or shortly after one. */
  covers(instant: number): boolean;
}

/** How long after an outage its errors may still be heard: reconnecting takes its time. */
const echoMilliseconds = 20_000;

/** A process this old has long begun to work; most kills meet one. */
const grownUpSeconds = 2;

export interface Disturber extends Outages {
  readonly done: Disturbed;
  /** Does all that is planned. Resolves when the last is done, or the load is over before. */
  run(planned: readonly Planned[], progress: () => number, isOver: () => boolean): Promise<void>;
}

interface Parts {
  chance: Chance;
  slots: readonly Slot[];
  server: PostgresServer;
  /** The superuser's address of the portal's database, and the portal's login there. */
  superuserUrl: string;
  login: string;
  say: (line: string) => void;
}

/** What disturbs a cluster. */
export function openDisturber(parts: Parts): Disturber {
  const { chance, slots, server, say } = parts;
  const done: Disturbed = { kills: { web: 0, worker: 0 }, backendKills: 0, immediateStops: 0 };
  const outages: { from: number; to: number }[] = [];

  const killProcess = async () => {
    const chosen = chance.whole(0, slots.length - 1);
    const restart = chance.happens(50) ? 0 : chance.whole(200, 3000);
    const order = [...slots.slice(chosen), ...slots.slice(0, chosen)];
    const isUp = (slot: Slot) => slot.age() !== null;
    for (;;) {
      const slot = order.find((one) => (one.age() ?? 0) > grownUpSeconds) ?? order.find(isUp);
      if (slot && (await slot.kill(restart))) {
        done.kills[slot.role] += 1;
        return say(`kill -9 ${slot.name}`);
      }
      await pause(50);
    }
  };

  const killBackend = async () => {
    const superuser = postgres(parts.superuserUrl, { max: 1, onnotice: () => {} });
    try {
      for (;;) {
        const backends = await superuser<{ pid: number; busy: boolean }[]>`
          select pid, state <> 'idle' as busy from pg_stat_activity
          where datname = current_database() and usename = ${parts.login}
          order by backend_start, pid`;
        const busy = backends.filter((backend) => backend.busy);
        const among = chance.happens(60) && busy.length > 0 ? busy : backends;
        const backend = among[chance.whole(0, Math.max(0, among.length - 1))];
        if (!backend) await pause(200);
        else {
          outages.push({ from: performance.now() - 100, to: performance.now() });
          await superuser`select pg_terminate_backend(${backend.pid}::int)`;
          break;
        }
      }
    } finally {
      await superuser.end({ timeout: 5 });
    }
    done.backendKills += 1;
    say("a backend of the portal terminated");
  };

  const stopServer = async () => {
    const outage = { from: performance.now() - 100, to: Number.POSITIVE_INFINITY };
    outages.push(outage);
    await server.stop("immediate");
    say("PostgreSQL stopped at once");
    await pause(chance.whole(500, 2500));
    await server.start();
    outage.to = performance.now();
    done.immediateStops += 1;
    say("PostgreSQL is back");
  };

  const acts: Record<Kind, () => Promise<void>> = {
    kills: killProcess,
    backendKills: killBackend,
    immediateStops: stopServer,
  };
  return {
    done,
    covers: (instant) =>
      outages.some(({ from, to }) => instant >= from && instant <= to + echoMilliseconds),
    run: async (planned, progress, isOver) => {
      for (const { kind, at } of planned) {
        while (progress() < at && !isOver()) await pause(25);
        await pause(chance.whole(0, 400));
        await acts[kind]();
      }
    },
  };
}
