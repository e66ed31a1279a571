import { mailEffect } from "#app/workflow/mails/mail-effect.ts";
import type { EffectHandlers } from "#app/workflow/effect-handler.ts";
import { runEffect } from "#app/workflow/effects.ts";
import { notifyCustomersEffect } from "#app/workflow/notify-customers.ts";
import { commandEffect } from "#app/workflow/command-effect.ts";
import { handOverEffect } from "#app/workflow/hand-over-effect.ts";
import { spreadEffect } from "#app/workflow/spread-effect.ts";
import type { Portal } from "#app/portal.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import type { EffectRequest } from "#machines/engine/outgoing.ts";
import type { TestDatabase } from "./database.ts";

const allKinds = ["mail", "spread", "notifyCustomers", "command", "handOver"] as const;

/**
 * Does every effect that waits, and those that follow, as a worker would; of `kinds` only, where some are
 * named. Returns how many.
 */
export async function workEffects(
  portal: Portal,
  test: TestDatabase,
  kinds: readonly EffectRequest["kind"][] = allKinds,
): Promise<number> {
  const handlers = {
    mail: mailEffect(portal),
    spread: spreadEffect(portal),
    notifyCustomers: notifyCustomersEffect(portal),
    command: commandEffect(portal),
    handOver: handOverEffect(portal),
  } as unknown as EffectHandlers;
  const open = () =>
    test.asSuperuser<EffectKey>(
      `select customer_id as "customerId", machine_id as "machineId", seq, n from effect
       where state = 'pending' and kind = any (string_to_array($1, ',')) order by at, n`,
      [kinds.join(",")],
    );
  let done = 0;
  for (let keys = await open(); keys.length > 0; keys = await open()) {
    for (const key of keys) await runEffect({ ...portal, handlers }, key, true);
    done += keys.length;
  }
  return done;
}
