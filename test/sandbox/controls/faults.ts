import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Sandbox } from "../sandbox.ts";
import type { Fault } from "../store/tables.ts";

const FAULT = z.strictObject({
  kind: z.enum([
    ...(["timeout_after", "lost_after", "truncated", "error_500", "html_503"] as const),
    ...(["reset", "rate_limit", "quota", "delay"] as const),
  ]),
  match: z.string().regex(/^(GET|POST|DELETE) \//),
  times: z.number().int().min(1).default(1),
  milliseconds: z.number().int().min(0).max(60_000).default(1_000),
});

/** Arms a fault for the next `times` requests that match. Throws a ZodError. */
export function armFault({ store }: Sandbox, body: unknown): Fault {
  const fault = { id: randomUUID(), ...FAULT.parse(body) };
  store.transaction(() => store.put("faults", fault));
  return fault;
}

/** Disarms everything. */
export function disarmFaults({ store }: Sandbox): void {
  store.transaction(() => {
    for (const fault of store.all("faults")) store.remove("faults", fault.id);
  });
}

/** The fault this request runs into, used up by one, or one of the hostile mode; null when there is none. */
export function takeFault(
  { store, hostility }: Sandbox,
  method: string,
  path: string,
): Fault | null {
  const fault = store.all("faults").find(({ match }) => covers(match, method, path));
  if (!fault) return hostility?.faultOf(method, path) ?? null;
  store.transaction(() => {
    if (fault.times > 1) store.put("faults", { ...fault, times: fault.times - 1 });
    else store.remove("faults", fault.id);
  });
  return fault;
}

/** `GET /v1/charges/*`: a star stands for one segment. */
function covers(match: string, method: string, path: string): boolean {
  const [wantedMethod, wantedPath = ""] = match.split(" ", 2);
  const wanted = wantedPath.split("/");
  const segments = path.split("/");
  return (
    wantedMethod === method &&
    wanted.length === segments.length &&
    wanted.every((part, index) => part === "*" || part === segments[index])
  );
}
