import { cardEffects } from "#app/workflow/card-effects.ts";
import { checkoutEffects } from "#app/workflow/checkout-effects.ts";
import { commandEffect } from "#app/workflow/command-effect.ts";
import type { EffectHandlers } from "#app/workflow/effect-handler.ts";
import { EffectUnfinished, runEffect } from "#app/workflow/effects.ts";
import { handOverEffect } from "#app/workflow/hand-over-effect.ts";
import { InboxUnfinished, workInbox } from "#app/workflow/inbox.ts";
import { mailEffect } from "#app/workflow/mails/mail-effect.ts";
import { notifyCustomersEffect } from "#app/workflow/notify-customers.ts";
import { refundEffects } from "#app/workflow/refund-effects.ts";
import { spreadEffect } from "#app/workflow/spread-effect.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import type { InboxKey } from "#db/queries/inbox.ts";
import type { MonthWorld } from "./month-world.ts";

function handlersOf({ portal }: MonthWorld): EffectHandlers {
  return {
    mail: mailEffect(portal),
    spread: spreadEffect(portal),
    notifyCustomers: notifyCustomersEffect(portal),
    command: commandEffect(portal),
    handOver: handOverEffect(portal),
    ...checkoutEffects(portal),
    ...refundEffects(portal),
    ...cardEffects(portal),
  };
}

/** Another try follows, as it does with jobs; what no hostile provider explains is kept. */
async function tried(surprises: Set<string>, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof EffectUnfinished || error instanceof InboxUnfinished) return;
    surprises.add(String(error));
  }
}

/** Tries every open effect and stored event once, as jobs do. Returns how many there were. */
export async function workOnce(world: MonthWorld): Promise<number> {
  const { portal, db, surprises } = world;
  const handlers = handlersOf(world);
  const effects = await db.asSuperuser<EffectKey>(
    `select customer_id as "customerId", machine_id as "machineId", seq, n from effect
     where state in ('pending', 'unknown') order by at, machine_id, seq, n`,
  );
  for (const key of effects) await tried(surprises, runEffect({ ...portal, handlers }, key, false));
  const events = await db.asSuperuser<InboxKey>(
    `select provider, event_id as "eventId" from inbox where state = 'received'
     order by received_at, event_id`,
  );
  for (const key of events) await tried(surprises, workInbox(portal, key, false));
  return effects.length + events.length;
}
