import type { Database } from "#db/client.ts";
import type { DeliveryState } from "#db/queries/mail-delivery.ts";
import { lockEffect } from "#db/queries/effects.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import type { Dispatch } from "./dispatch.ts";
import type { ContractMailParams } from "./mails/facts.ts";
import { effectOfTag } from "./mails/stored-mail.ts";

/** Which event tells a contract how far the operator's notice got; the rest decides nothing. */
const events: Partial<Record<DeliveryState, "noticeDelivered" | "noticeBounced">> = {
  delivered: "noticeDelivered",
  bounced: "noticeBounced",
  failed: "noticeBounced",
  suppressed: "noticeBounced",
};

/**
 * Tells a contract that the mail with the operator's notice was delivered, from which day the notice
 * counts, or that it came back (A17.1, 到達). Of several readers the first delivery counts. Mails about
 * anything else are passed over; so is what the contract knows already.
 *
 * @param tag the mail's, as the provider gave it back
 * @param occurredAt instant at which the provider says that it happened
 */
export async function tellNotice(
  parts: { database: Database; dispatch: Dispatch },
  tag: string,
  state: DeliveryState,
  occurredAt: string,
): Promise<void> {
  const type = events[state];
  const key = effectOfTag(tag);
  if (!type || !key) return;
  const { database, dispatch } = parts;
  const effect = await database.transaction({ role: "portal_engine" }, (tx) => lockEffect(tx, key));
  const params = effect?.params as Partial<ContractMailParams> | undefined;
  if (params?.template !== "operator-cancellation" || !params.contractId) return;
  const noticeId = params.facts?.sentNotices.at(-1)?.id;
  if (!noticeId) throw new Error(`The mail ${tag} names no notice.`);
  const deliveredOn = tokyoDayText(occurredAt);
  await dispatch({
    customerId: key.customerId,
    machineId: params.contractId,
    kind: "contract",
    commandId: `mail/${tag}/${state}`,
    actor: { kind: "resend" },
    receivedAt: occurredAt,
    event: type === "noticeDelivered" ? { type, noticeId, deliveredOn } : { type, noticeId },
  });
}
