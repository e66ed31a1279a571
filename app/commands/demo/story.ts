import { raiseClockOffset } from "#db/queries/clock.ts";
import { countOpenEffects } from "#db/queries/effects.ts";
import { setSandboxClock } from "#app/gateways/sandbox.ts";
import type { Portal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { accepted } from "#app/usecases/problem.ts";
import { sweep } from "#app/workflow/sweep.ts";
import type { Role } from "#machines/engine/actor.ts";

const loopback = "127.0.0.1";

/** Waits until every mail asked for so far has gone, so that each is sent on its own day. */
async function settleEffects({ database }: Portal): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const open = await database.transaction({ role: "portal_engine" }, countOpenEffects);
    if (open === 0) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("Mails of the demo story are still waiting after 30 s.");
}

/** Moves the story on to an instant; what has passed already is left alone. */
export async function moveTo(portal: Portal, instant: string): Promise<void> {
  const { database, clock, jobs, sandboxUrl } = portal;
  await settleEffects(portal);
  const target = Date.parse(instant);
  if (target > (await clock.now()).getTime()) {
    await raiseClockOffset(database, target - Date.now());
    if (sandboxUrl) await setSandboxClock(sandboxUrl, new Date(target));
  }
  await sweep({ database, clock, jobs });
  await settleEffects(portal);
}

/** Somebody who asks now. */
export async function principal(
  { clock }: Portal,
  userId: string,
  customerId: string | null,
  role: Role,
): Promise<Principal> {
  const receivedAt = (await clock.now()).toISOString();
  return { userId, customerId, roles: [role], ipAddress: loopback, receivedAt };
}

/** Sends a staff command of the story under an id that makes a repeat harmless. */
export async function operate(
  portal: Portal,
  userId: string,
  customerId: string,
  contractId: string,
  event: { type: string; [member: string]: unknown },
): Promise<void> {
  const receivedAt = (await portal.clock.now()).toISOString();
  const outcome = await portal.dispatch({
    customerId,
    machineId: contractId,
    kind: "contract",
    commandId: `story/${event.type}`,
    actor: { kind: "staff", userId, role: "operations" },
    receivedAt,
    event,
  });
  accepted(outcome);
}
