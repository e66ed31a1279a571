import { findChargeableCard } from "#db/queries/cards/find-card.ts";
import { hasWaitingReceipt } from "#db/queries/cards/waiting-receipt.ts";
import { readMachines } from "#db/queries/engine/read-machines.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import type { ChargeParts } from "./charge-effects.ts";
import { sendOnce } from "./command-effect.ts";
import type { EffectHandler } from "./effect-handler.ts";

interface CollectParams {
  invoiceId: string;
  step: "announce" | "charge";
}

const engine = { role: "portal_engine" } as const;

/** What follows for the invoice from the card that the customer has now; null where it has none. */
async function answerTo(
  { database }: ChargeParts,
  { customerId, seq, params }: EffectRow,
): Promise<MachineEvent | null> {
  const { invoiceId, step } = params as unknown as CollectParams;
  return database.transaction(engine, async (tx) => {
    const card = await findChargeableCard(tx, customerId);
    if (!card) return null;
    const { cardId } = card;
    if (step === "announce") return { type: "announceCharge", cardId };
    const [invoice] = await readMachines(tx, [{ customerId, machineId: invoiceId }]);
    if (!invoice) throw new Error(`The effect names invoice ${invoiceId}, which is nowhere.`);
    const { number } = invoice.snapshot.context as unknown as InvoiceContext;
    const waits = await hasWaitingReceipt(tx, { customerId, number: number ?? "" });
    if (waits) return { type: "holdCharge", cardId };
    return { type: "startCharge", paymentId: derivedId(invoiceId, `charge/${seq}`), cardId };
  });
}

/**
 * Finds out after the commit whether the customer has a card, and tells its invoice: nothing is kept in
 * step with cards that come and go. An invoice that takes no charge any more has nothing to do.
 */
export function collectEffect(parts: ChargeParts): EffectHandler {
  return {
    perform: async (effect) => {
      const event = await answerTo(parts, effect);
      if (event === null) return { outcome: "done" };
      const { customerId, seq } = effect;
      const { invoiceId } = effect.params as unknown as CollectParams;
      return sendOnce(parts.dispatch, {
        ...{ customerId, machineId: invoiceId, kind: "invoice", event },
        commandId: `collect/${seq}`,
        actor: { kind: "portal" },
        receivedAt: (await parts.clock.now()).toISOString(),
      });
    },
  };
}
