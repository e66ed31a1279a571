import type { Sandbox } from "../sandbox.ts";
import { presentBalance } from "../stripe/balance-transactions.ts";
import { presentSession } from "../stripe/sessions.ts";
import { pendingWebhooks } from "../webhooks/outbox.ts";

/**
 * What payers and readers felt, without the pages: charges, disputes, payouts and mails. Small enough to be told after
 * tens of thousands of mails.
 */
export function describeDeeds({ store }: Sandbox): object {
  return {
    charges: store.all("charges"),
    disputes: store.all("disputes"),
    payouts: store.all("payouts"),
    mails: store.all("mails").map(({ id, to, subject, text, idempotency_key }) => {
      return { id, to, subject, text, idempotency_key };
    }),
  };
}

/** Everything the sandbox knows, oldest first, for tests to look at. */
export function describeState(sandbox: Sandbox): object {
  const { store, clock } = sandbox;
  const delivery = (id: string): object => ({
    pending_webhooks: pendingWebhooks(sandbox, id),
    delivery: store.get("deliveries", id) ?? null,
  });
  return {
    now: clock.iso(),
    customers: store.all("customers"),
    sessions: store.all("sessions").map((session) => presentSession(sandbox, session)),
    setup_intents: store.all("setupIntents"),
    payment_methods: store.all("paymentMethods"),
    disputes: store.all("disputes"),
    payment_intents: store.all("paymentIntents"),
    charges: store.all("charges"),
    refunds: store.all("refunds"),
    balance_transactions: store
      .all("balance")
      .map((row) => ({ ...presentBalance(sandbox, row), payout: row.payout })),
    payouts: store.all("payouts"),
    events: store.all("events").map((event) => ({ ...event, ...delivery(event.id) })),
    mails: store.all("mails"),
    mail_events: store.all("mailEvents").map((event) => ({ ...event, ...delivery(event.id) })),
    faults: store.all("faults"),
  };
}
