import type { Handle } from "#db/client.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { findChargeableCard } from "#db/queries/cards/find-card.ts";
import { readMachines } from "#db/queries/engine/read-machines.ts";
import { nextChargeDay } from "#machines/invoice/collection.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { shownCard, type ShownCard } from "./read-card.ts";

/** How an invoice is paid from the saved card by itself; days are ISO. */
export type InvoiceCollection =
  | { state: "planned"; card: ShownCard; day: string; isRetry: boolean }
  | { state: "stopped"; card: ShownCard };

/** How an owed invoice is paid by itself; null where it is not, or where there is no card for it. */
export async function readCollection(
  tx: Handle,
  key: { customerId: string; invoiceId: string },
  today: string,
): Promise<InvoiceCollection | null> {
  const { customerId, invoiceId: machineId } = key;
  const row = await findChargeableCard(tx, customerId);
  const [machine] = await readMachines(tx, [{ customerId, machineId }]);
  if (!row || !machine) return null;
  const { value, context } = presentState<InvoiceContext>(machine);
  const { collection, dispute, openPayment } = context;
  if (!isOwedIn(String(value)) || dispute !== null || openPayment !== null) return null;
  const card = shownCard(row);
  if (collection.stopped) return { state: "stopped", card };
  const day = nextChargeDay(context);
  const isRetry = collection.days.length > 0;
  if (day === null || day < today || collection.refused.includes(row.cardId)) return null;
  if (!isRetry && value === "overdue") return null;
  return { state: "planned", card, day, isRetry };
}

/**
 * Stops the automatic payment of one invoice, or lets it go on.
 *
 * @throws Problem `notFound` for another customer's invoice, `notAllowed` for a role that does not pay,
 *   `conflict` where it stands so already or is paid
 */
export async function changeCollection(
  principal: Principal,
  invoiceId: string,
  step: "stop" | "resume",
  commandId: string,
): Promise<void> {
  const { customerId, actor } = asMember(principal);
  const isKnown = isIdentifier(invoiceId) && isIdentifier(commandId);
  if (!isKnown) throw new Problem("notFound", "no identifier");
  accepted(
    await currentPortal().dispatch({
      ...{ customerId, machineId: invoiceId, kind: "invoice", actor },
      commandId: `${step}/${commandId}`,
      receivedAt: principal.receivedAt,
      event: { type: step === "stop" ? "stopCharge" : "resumeCharge" },
    }),
  );
}
