import type { MailGateway } from "#app/gateways/mail.ts";
import type { Portal } from "#app/portal.ts";
import { runEffect, type EffectParts } from "#app/workflow/effects.ts";
import { mailEffect } from "#app/workflow/mails/mail-effect.ts";
import { spreadEffect } from "#app/workflow/spread-effect.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import type { TestDatabase } from "./database.ts";

/** A mail as the provider took it. */
export interface SentMail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** Effects that follow from effects are done in the rounds after. */
const rounds = 3;

/**
 * Does the effects that wait in a test portal, in whose jobs nobody works: spreads and mails as a
 * worker does them, with a provider that takes every mail; what goes to Stripe is passed over.
 *
 * @param sent takes the mails
 */
export async function workEffects(
  portal: Portal,
  test: TestDatabase,
  sent: SentMail[],
): Promise<void> {
  const { database, clock, jobs, dispatch, appUrl, mailFrom } = portal;
  const sendMail: MailGateway["sendMail"] = async ({ to, subject, text }) => {
    const id = `re_${sent.length + 1}`;
    sent.push({ id, to: String(to), subject, text });
    return { outcome: "sent", providerId: id };
  };
  const mail = { ...portal.mail, sendMail };
  const nothing = { perform: async () => ({ outcome: "done" as const }) };
  const handlers: EffectParts["handlers"] = {
    ...{ expireCheckout: nothing, lookUpCheckout: nothing, notifyCustomers: nothing },
    ...{ createRefund: nothing, lookUpRefund: nothing },
    ...{ command: nothing, handOver: nothing, collectByCard: nothing, chargeCard: nothing },
    ...{ cancelIntent: nothing, retireCards: nothing, detachCard: nothing, lookUpCard: nothing },
    mail: mailEffect({ database, mail, mailFrom, appUrl }),
    spread: spreadEffect({ database, dispatch }),
  };
  for (let round = 0; round < rounds; round += 1) {
    const open = await test.asSuperuser<EffectKey>(
      `select customer_id as "customerId", machine_id as "machineId", seq, n from effect
       where state = 'pending' order by at, machine_id, seq, n`,
    );
    for (const key of open) await runEffect({ database, clock, jobs, handlers }, key, true);
  }
}
