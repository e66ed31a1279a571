import { readdirSync, readFileSync } from "node:fs";
import type { BenchDatabase } from "../bench-server.ts";

/** Milliseconds that processors have worked so far. */
export interface CpuTime {
  /** For this process: the engine, and the clients that call it. */
  portal: number;
  /** For all processes of the database server; NaN where it can't be seen from here. */
  database: number;
}

/** The kernel counts in hundredths of a second. */
const tick = 10;

/** What stands in a process's `stat` behind its name, which may hold spaces. */
function statOf(pid: string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

const ticks = (stat: string[], from: number, to: number) =>
  stat.slice(from, to).reduce((sum, field) => sum + Number(field), 0);

/** Work of a process and its children, those that have ended included. */
function familyTime(parent: string): number {
  const own = statOf(parent);
  if (!own) return Number.NaN;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.[1] === parent);
  const living = children.reduce((sum, stat) => sum + (stat ? ticks(stat, 11, 13) : 0), 0);
  return (ticks(own, 11, 15) + living) * tick;
}

/** Reads the work so far of this process and of the server that has the database. */
export async function readCpuTime(database: BenchDatabase): Promise<CpuTime> {
  const { user, system } = process.cpuUsage();
  const [row] = await database.asSuperuser<{ pid: number; here: boolean }>(
    `select pg_backend_pid() as pid, host(inet_server_addr()) = '127.0.0.1' as here`,
  );
  const server = row?.here ? statOf(String(row.pid))?.[1] : undefined;
  return {
    portal: (user + system) / 1000,
    database: server === undefined ? Number.NaN : familyTime(server),
  };
}
