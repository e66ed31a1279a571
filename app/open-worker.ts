import { log } from "./log.ts";
import type { Portal } from "./portal.ts";
import { checkoutEffects } from "./workflow/checkout-effects.ts";
import { workInbox } from "./workflow/inbox.ts";
import { mailEffect } from "./workflow/mails/mail-effect.ts";
import { startWorker, type Worker } from "./workflow/worker.ts";

/** Starts the work behind the pages: effects, stored webhook events, deadlines. */
export async function openWorker(portal: Portal): Promise<Worker> {
  return startWorker({
    ...portal,
    effects: { mail: mailEffect(portal), ...checkoutEffects(portal) },
    inbox: (key, last) => workInbox(portal, key, last),
    onRoot: ({ day, machines, root }) => log.info({ day, machines, root }, "the chains are rooted"),
    onError: (error) => log.error({ err: error }, "a round of the worker failed"),
  });
}
