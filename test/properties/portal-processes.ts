import type { EffectHandlers } from "#app/workflow/effect-handler.ts";
import { createDispatch } from "#app/workflow/dispatch.ts";
import { cardEffects } from "#app/workflow/card-effects.ts";
import { checkoutEffects } from "#app/workflow/checkout-effects.ts";
import { mailEffect } from "#app/workflow/mails/mail-effect.ts";
import { notifyCustomersEffect } from "#app/workflow/notify-customers.ts";
import { commandEffect } from "#app/workflow/command-effect.ts";
import { handOverEffect } from "#app/workflow/hand-over-effect.ts";
import { refundEffects } from "#app/workflow/refund-effects.ts";
import { spreadEffect } from "#app/workflow/spread-effect.ts";
import { installPortal, type Portal } from "#app/portal.ts";
import type { FailPoints, Process } from "./fail-points.ts";

/** A gateway on which a process may end just before a call, or after it with the answer unheard. */
function guarded<Gateway extends object>(
  gateway: Gateway,
  name: string,
  pass: Process["pass"],
): Gateway {
  return new Proxy(gateway, {
    get: (target, property) => {
      const own: unknown = Reflect.get(target, property);
      // The one call that asks nobody answers at once.
      if (typeof own !== "function" || property === "verifyWebhook") return own;
      return async (...parameters: unknown[]) => {
        pass(`${name}.${String(property)}`);
        const answer: unknown = await Reflect.apply(own, target, parameters);
        pass(`${name}.${String(property)} answered, not heard`);
        return answer;
      };
    },
  });
}

/** What a process of the portal works with. */
export interface RunningPortal {
  portal: Portal;
  handlers: EffectHandlers;
}

/**
 * The portal's processes, one after another, each installed as the portal of this program: pages,
 * webhooks and effects with real gateways, on a database and providers that fail-points cut off.
 */
export function createPortals(whole: Portal, points: FailPoints) {
  const start = (): RunningPortal & Process => {
    const process = points.open();
    const { database, pass } = process;
    const { jobs, clock } = whole;
    const portal: Portal = {
      ...whole,
      database,
      dispatch: createDispatch({ database, jobs, clock }),
      payments: guarded(whole.payments, "payments", pass),
      mail: guarded(whole.mail, "mail", pass),
    };
    installPortal(portal);
    return {
      ...process,
      portal,
      handlers: {
        mail: mailEffect(portal),
        spread: spreadEffect(portal),
        notifyCustomers: notifyCustomersEffect(portal),
        command: commandEffect(portal),
        handOver: handOverEffect(portal),
        ...refundEffects(portal),
        ...checkoutEffects(portal),
        ...cardEffects(portal),
      },
    };
  };
  let running = start();
  return {
    current: (): RunningPortal => running,
    recover: () => {
      if (!running.isAlive()) running = start();
    },
  };
}
