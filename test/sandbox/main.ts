import type { AddressInfo } from "node:net";
import { catchUp } from "./due.ts";
import { openSandbox } from "./sandbox.ts";
import { createSandboxServer } from "./server.ts";
import { readSettings } from "./settings.ts";
import { Courier } from "./webhooks/courier.ts";

const LOOK_FOR_DUE_EVERY_MS = 1_000;

const settings = readSettings(process.env);
const sandbox = openSandbox(settings.state, settings.targets);
const server = createSandboxServer(sandbox);
const couriers: Courier[] = [];

server.listen(settings.port, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  sandbox.origin = `http://127.0.0.1:${port}`;
  couriers.push(new Courier(sandbox, "stripe"), new Courier(sandbox, "resend"));
  setInterval(() => catchUp(sandbox), LOOK_FOR_DUE_EVERY_MS);
  process.stdout.write(`${JSON.stringify({ ready: true, url: sandbox.origin })}\n`);
});

function stop(): void {
  for (const courier of couriers) courier.stop();
  server.closeAllConnections();
  server.close(() => {
    sandbox.store.close();
    process.exit(0);
  });
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
if (settings.stopWithParent) process.stdin.on("end", stop).resume();
