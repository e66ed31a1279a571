import { log } from "./log.ts";
import type { Portal } from "./portal.ts";
import { measuredEffects, measuredJob } from "./telemetry/measured-jobs.ts";
import { cardEffects } from "./workflow/card-effects.ts";
import { checkoutEffects } from "./workflow/checkout-effects.ts";
import { commandEffect } from "./workflow/command-effect.ts";
import { handOverEffect } from "./workflow/hand-over-effect.ts";
import { workInbox } from "./workflow/inbox.ts";
import { mailEffect } from "./workflow/mails/mail-effect.ts";
import { notifyCustomersEffect } from "./workflow/notify-customers.ts";
import { refundEffects } from "./workflow/refund-effects.ts";
import { spreadEffect } from "./workflow/spread-effect.ts";
import { watchStripe } from "./workflow/watch-stripe.ts";
import { startWorker, type WorkerParts, type Worker } from "./workflow/worker.ts";

/** Starts the work behind the pages: effects, stored webhook events, deadlines. */
export async function openWorker(portal: Portal): Promise<Worker> {
  const { metrics } = portal;
  const effects = {
    mail: mailEffect(portal),
    spread: spreadEffect(portal),
    notifyCustomers: notifyCustomersEffect(portal),
    command: commandEffect(portal),
    handOver: handOverEffect(portal),
    ...checkoutEffects(portal),
    ...refundEffects(portal),
    ...cardEffects(portal),
  };
  const inbox: WorkerParts["inbox"] = (key, last) => workInbox(portal, key, last);
  return startWorker({
    ...portal,
    watch: watchStripe(portal),
    effects: measuredEffects(effects, metrics),
    inbox: measuredJob("inbox", inbox, metrics),
    onRoot: ({ day, machines, root }) => log.info({ day, machines, root }, "the chains are rooted"),
    onSweep: (round) => {
      metrics.observeSweep(round);
      if (round.timers > 0) log.info(round, "deadlines fired");
    },
    onError: (error) => log.error({ err: error }, "a round of the worker failed"),
  });
}
