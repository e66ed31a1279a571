import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createCustomerAccount } from "#app/usecases/accounts/create-account.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { parseExposition, sampleOf } from "#test/helpers/exposition.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { testMetricsToken } from "#test/helpers/portal.ts";
import { cookiesOf } from "#test/helpers/web.ts";
import { openFleet, statusOf, until, type Fleet } from "./fleet.ts";
import { startLoad } from "./steady-load.ts";

const email = "owner@minato.example";
const password = "correct horse battery";
let fleet: Fleet;
let owner: { customerId: string; userId: string };

/** Only PostgreSQL takes several processes. */
const takesSeveral = inject("databaseTemplate").kind === "postgres";

describe.runIf(takesSeveral)("several processes on one PostgreSQL", () => {
  beforeAll(async () => {
    fleet = await openFleet();
    const person = { companyName: "みなと商事", name: "港 一郎", email, password };
    owner = await createCustomerAccount(fleet.portal.portal, person);
  });
  afterAll(() => fleet.close());

  const asking = async (): Promise<Principal> => ({
    ...owner,
    roles: ["owner"],
    ipAddress: "203.0.113.7",
    receivedAt: (await fleet.portal.portal.clock.now()).toISOString(),
  });

  async function signIn(origin: string): Promise<string> {
    const answer = await fetch(`${origin}/sign-in`, {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams({ email, password }),
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    return cookiesOf({ headers: { "set-cookie": answer.headers.getSetCookie() } } as never);
  }

  test("each may be stopped under load: no request is lost, no job is done twice", async () => {
    const { portal, sandbox } = fleet;
    // Slow enough that each worker is stopped with mails on their way.
    await fetch(`${sandbox.url}/_sandbox/fault`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "delay", match: "POST /emails", times: 500, milliseconds: 300 }),
    }).then((answer) => expect(answer.ok).toBe(true));
    const delay = { STOP_DELAY_SECONDS: "1" };
    const webs = await Promise.all([fleet.start("web", delay), fleet.start("web", delay)]);
    const workers = await Promise.all([fleet.start("worker"), fleet.start("worker")]);
    const [firstWeb] = webs;
    const load = startLoad(3, await signIn(firstWeb?.origin ?? ""));
    for (const { origin } of webs) load.add(origin);
    let ordering = true;
    const wished = tokyoDay((await asking()).receivedAt)
      .add({ days: 20 })
      .toString();
    const orders = (async () => {
      for (; ordering; await pause(100)) await placeOrder(await asking(), wished);
    })();

    for (const turn of [0, 1]) {
      const [web, worker] = [webs[turn], workers[turn]];
      if (!web || !worker) throw new Error("a process is missing");
      await pause(1500);
      await Promise.all([web.process.kill("SIGTERM"), worker.process.kill("SIGTERM")]);
      expect(await web.process.exited, web.process.output().slice(-2000)).toBe(0);
      expect(await worker.process.exited, worker.process.output().slice(-2000)).toBe(0);
      load.remove(web.origin);
      const fresh = await Promise.all([fleet.start("web", delay), fleet.start("worker")]);
      [webs[turn], workers[turn]] = fresh;
      load.add(fresh[0].origin);
    }
    ordering = false;
    await orders;
    await load.stop();
    expect(load.faults).toEqual([]);
    expect(load.drafts.length).toBeGreaterThan(10);

    const effects = () =>
      portal.test.asSuperuser<{ state: string; attempts: number }>(
        "select state, attempts from effect",
      );
    await until("every effect is done", async () =>
      (await effects()).every(({ state }) => state === "done"),
    );
    const done = await effects();
    expect(done.length).toBeGreaterThan(5);
    expect(done.every(({ attempts }) => attempts === 1)).toBe(true);
    const jobs = await portal.test.asSuperuser<{ tries: number; state: string }>(
      `select retry_count as tries, state::text from pgboss.job where name = 'effect'`,
    );
    expect(jobs.every(({ tries }) => tries === 0)).toBe(true);
    const kept = await portal.test.asSuperuser<{ id: string }>(
      "select machine_id as id from machine",
    );
    const ids = new Set(kept.map(({ id }) => id));
    expect(load.drafts.filter((id) => !ids.has(id))).toEqual([]);

    for (const { process } of [...webs, ...workers]) {
      await process.kill("SIGTERM");
      expect(await process.exited, process.output().slice(-2000)).toBe(0);
    }
  }, 180_000);

  /** Sends a form but for its last character, and keeps the line. */
  async function halfRequest(origin: string): Promise<{ socket: Socket; answer(): string }> {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    let heard = "";
    socket.setEncoding("utf8").on("data", (text: string) => (heard += text));
    socket.on("error", () => {});
    await new Promise((resolve) => socket.once("connect", resolve));
    const body = "email=x&password=y";
    socket.write(
      `POST /sign-in HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\n` +
        "Content-Type: application/x-www-form-urlencoded\r\n" +
        `Content-Length: ${body.length}\r\n\r\n${body.slice(0, -1)}`,
    );
    return { socket, answer: () => heard };
  }

  const scraped = async (probes: string) => {
    const headers = { authorization: `Bearer ${testMetricsToken}` };
    return parseExposition(await (await fetch(`${probes}/metrics`, { headers })).text());
  };
  const inFlight = async (probes: string) =>
    sampleOf(await scraped(probes), "portal_http_requests_in_flight");

  test("told to stop it is not ready, takes nobody new, and answers who was there", async () => {
    const { process, origin, probes } = await fleet.start("all");
    expect(await statusOf(`${probes}/health/ready`)).toBe(200);
    expect(await statusOf(`${probes}/metrics`)).toBe(401);
    const { socket, answer } = await halfRequest(origin);
    await until("the request has begun", async () => (await inFlight(probes)) === 1);
    const ended = process.kill("SIGTERM");
    await until("not ready", async () => (await statusOf(`${probes}/health/ready`)) === 503);
    await until("nobody new", async () => (await statusOf(`${origin}/health/live`)) === null);
    expect(await statusOf(`${probes}/health/live`)).toBe(200);
    socket.write("y");
    await until("an answer", async () => answer().startsWith("HTTP/1.1 422 "));
    await ended;
    expect(await process.exited).toBe(0);
    expect(answer().endsWith("\r\n0\r\n\r\n") || answer().includes("Content-Length")).toBe(true);
  }, 60_000);

  test("without its database it lives and is measured, but is not ready", async () => {
    const { process, origin, probes } = await fleet.start("all");
    const { asSuperuser } = fleet.portal.test;
    const [database] = await asSuperuser<{ name: string }>("select current_database() as name");
    const allow = (connections: number) =>
      asSuperuser(`alter database "${database?.name}" connection limit ${connections}`);
    await allow(0);
    try {
      await asSuperuser(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      for (const address of [origin, probes]) {
        await until("not ready", async () => (await statusOf(`${address}/health/ready`)) === 503);
        expect(await statusOf(`${address}/health/live`)).toBe(200);
      }
      await until("measured as away", async () => {
        return sampleOf(await scraped(probes), "portal_database_up") === 0;
      });
    } finally {
      await allow(-1);
    }
    await until("ready again", async () => (await statusOf(`${origin}/health/ready`)) === 200);
    await until("measured as there", async () => {
      return sampleOf(await scraped(probes), "portal_database_up") === 1;
    });
    await process.kill("SIGTERM");
    expect(await process.exited, process.output().slice(-2000)).toBe(0);
  }, 120_000);

  test("a second signal ends it at once", async () => {
    const { process, origin, probes } = await fleet.start("web");
    const { socket } = await halfRequest(origin);
    await until("the request has begun", async () => (await inFlight(probes)) === 1);
    const ended = process.kill("SIGTERM");
    await process.waitFor(/the portal stops/);
    await pause(700);
    void process.kill("SIGTERM");
    await ended;
    expect(await process.exited).toBe(1);
    expect(process.output()).toContain("ends without finishing");
    socket.destroy();
  }, 60_000);
});
