import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { newIdentifier } from "#app/identifier.ts";
import { statusOf } from "./fleet.ts";

/** People who never stop asking, behind something that asks each process whether it is ready. */
export interface SteadyLoad {
  /** Processes to ask from now on; one that has ended is taken out by its address. */
  add(origin: string): void;
  remove(origin: string): void;
  /** Drafts of orders that the portal has confirmed. */
  readonly drafts: readonly string[];
  /** What went wrong: lost connections, and answers that no page should give. */
  readonly faults: readonly string[];
  /** Resolves when everybody has got the last answer. */
  stop(): Promise<void>;
}

interface Sent {
  method: "GET" | "POST";
  path: string;
  cookies: string;
  form?: Record<string, string>;
}

const probeMilliseconds = 100;
/** Leaves the machine to the processes; a line is idle for less than they let it be. */
const thinkMilliseconds = 20;

/** Sends one request on a kept-alive connection. Resolves to the status when the answer is whole. */
function ask(agent: Agent, origin: string, { method, path, cookies, form }: Sent): Promise<number> {
  const body = form && new URLSearchParams(form).toString();
  const headers: Record<string, string> = { cookie: cookies };
  if (body) Object.assign(headers, { origin, "content-type": "application/x-www-form-urlencoded" });
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { agent, method, headers }, (answer) => {
      answer.on("error", reject);
      answer.on("end", () => {
        if (answer.complete) resolve(answer.statusCode ?? 0);
        else reject(new Error("the answer was cut"));
      });
      answer.resume();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Starts `people` who are signed in by `cookies`, each reading pages and beginning orders in turn. */
export function startLoad(people: number, cookies: string): SteadyLoad {
  const known = new Set<string>();
  let ready: string[] = [];
  const drafts: string[] = [];
  const faults: string[] = [];
  let isOver = false;

  const probing = (async () => {
    while (!isOver) {
      const states = await Promise.all(
        [...known].map(async (origin) => ({
          origin,
          status: await statusOf(`${origin}/health/ready`),
        })),
      );
      ready = states.filter(({ status }) => status === 200).map(({ origin }) => origin);
      await pause(probeMilliseconds);
    }
  })();

  async function live(person: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = person; !isOver; turn += 1) {
      const origin = ready[turn % ready.length];
      if (origin === undefined) {
        await pause(20);
        continue;
      }
      const contractId = newIdentifier();
      const begins = turn % 3 === 0;
      const sent: Sent = begins
        ? { method: "POST", path: "/portal/orders/new", cookies, form: { contractId } }
        : { method: "GET", path: turn % 3 === 1 ? "/portal" : "/catalog", cookies };
      try {
        const status = await ask(agent, origin, sent);
        if (status !== (begins ? 303 : 200)) faults.push(`${sent.method} ${sent.path}: ${status}`);
        else if (begins) drafts.push(contractId);
      } catch (error) {
        faults.push(`${sent.method} ${sent.path} at ${origin}: ${String(error)}`);
      }
      await pause(thinkMilliseconds);
    }
    agent.destroy();
  }
  const living = Array.from({ length: people }, (_, person) => live(person));
  return {
    ...{ drafts, faults },
    add: (origin) => void known.add(origin),
    remove: (origin) => void known.delete(origin),
    stop: async () => {
      isOver = true;
      await Promise.all([...living, probing]);
    },
  };
}
