import { mailEffect } from "#app/workflow/mails/mail-effect.ts";
import { cardEffects } from "#app/workflow/card-effects.ts";
import { checkoutEffects } from "#app/workflow/checkout-effects.ts";
import type { EffectHandlers } from "#app/workflow/effect-handler.ts";
import { EffectUnfinished, runEffect } from "#app/workflow/effects.ts";
import { advanceClock } from "#app/usecases/demo/advance-clock.ts";
import { installPortal } from "#app/portal.ts";
import { confirmCard } from "#app/usecases/cards/confirm-card.ts";
import { saveCard } from "#app/usecases/cards/save-card.ts";
import { writeOperatorProfile } from "#db/queries/operator-profile.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import { at, dayOf } from "#machines/calendar.ts";
import { post } from "#test/sandbox/testing/payer.ts";
import { testOperator } from "./portal.ts";
import type { Portal } from "#app/portal.ts";
import type { TestDatabase } from "./database.ts";
import type { MoneyWorld } from "./money-world.ts";

/** What tests of saved cards do, in the portal's own ways. */
export interface CardWorld {
  /** Consents, enters a card at Stripe, passes 3-D Secure where it is asked for, and comes back. */
  save(customerId: string, number: string): Promise<string>;
  /** Moves the clock to an hour of a Tokyo day, with every deadline and effect on the way. */
  goTo(day: string, hour?: number): Promise<void>;
  /** Does every effect that waits, and those that follow. */
  work(): Promise<void>;
  /** The columns of the newest payment of an invoice. */
  payment(invoiceId: string): Promise<Record<string, unknown>>;
  /** The templates of the mails that a customer is written, oldest first. */
  mails(customerId: string): Promise<string[]>;
  statusOf(table: "invoice" | "card" | "payment", id: string): Promise<string>;
}

const kinds = [
  ...["mail", "expireCheckout", "lookUpCheckout", "collectByCard", "chargeCard", "cancelIntent"],
  ...["retireCards", "detachCard", "lookUpCard"],
];

/**
 * Does every effect about cards, their payments and mails that waits, and those that follow, as a worker
 * would that tries each some times.
 */
export async function workCardEffects(portal: Portal, db: TestDatabase): Promise<void> {
  const handlers = {
    mail: mailEffect(portal),
    ...checkoutEffects(portal),
    ...cardEffects(portal),
  } as unknown as EffectHandlers;
  for (let round = 0; round < 6; round += 1) {
    const keys = await db.asSuperuser<EffectKey>(
      `select customer_id as "customerId", machine_id as "machineId", seq, n from effect
       where state in ('pending', 'unknown') and kind = any (string_to_array($1, ','))
       order by at, n`,
      [kinds.join(",")],
    );
    if (keys.length === 0) return;
    for (const key of keys) {
      try {
        await runEffect({ ...portal, handlers }, key, false);
      } catch (error) {
        if (!(error instanceof EffectUnfinished)) throw error;
      }
    }
  }
}

/** Opens such a world beside a world of money, whose portal it installs. */
export async function openCardWorld(world: MoneyWorld): Promise<CardWorld> {
  const { portal, db, bench } = world;
  installPortal(portal);
  await portal.database.transaction({ role: "portal_engine" }, (tx) =>
    writeOperatorProfile(tx, testOperator),
  );
  const cards: CardWorld = {
    save: async (customerId, number) => {
      const principal = await world.principal(customerId, "owner");
      const saving = await saveCard(principal, { agreed: true, wording: "同意" });
      if (saving.kind !== "checkout") throw new Error(`Saving leads to ${saving.kind}.`);
      const shown = await world.pay(saving.url, number);
      const challenge = shown.location?.includes("/challenge") ? shown.location : null;
      if (challenge) await post(new URL(challenge, bench.sandbox.url).href, { result: "pass" });
      const [row] = await db.asSuperuser<{ cardId: string }>(
        `select card_id as "cardId" from card_consent where customer_id = $1
         order by consented_at desc, card_id desc limit 1`,
        [customerId],
      );
      const cardId = row?.cardId ?? "";
      await confirmCard(await world.principal(customerId, "owner"), cardId);
      await cards.work();
      return cardId;
    },
    goTo: async (day, hour = 10) => {
      await advanceClock(at(dayOf(day), hour));
      await cards.work();
    },
    work: () => workCardEffects(portal, db),
    payment: async (invoiceId) => {
      const [row] = await db.asSuperuser<Record<string, unknown>>(
        "select * from payment where invoice_id = $1 order by changed_at desc limit 1",
        [invoiceId],
      );
      return row ?? {};
    },
    mails: async (customerId) => {
      const rows = await db.asSuperuser<{ template: string }>(
        `select params ->> 'template' as template from effect
         where customer_id = $1 and kind = 'mail' order by at, seq, n`,
        [customerId],
      );
      return rows.map(({ template }) => template);
    },
    statusOf: async (table, id) => {
      const [row] = await db.asSuperuser<{ status: string }>(
        `select status from ${table} where ${table}_id = $1`,
        [id],
      );
      return row?.status ?? "";
    },
  };
  return cards;
}
