import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/**
 * How far a mail got, from the least to the most telling. Events come in any order, so only a later
 * one of this list replaces an earlier one.
 */
export const deliveryStates = [
  "sent",
  "delayed",
  "delivered",
  "failed",
  "suppressed",
  "bounced",
  "complained",
] as const;

export type DeliveryState = (typeof deliveryStates)[number];

/**
 * Records how far a mail got on the effect that sent it. False where no effect has sent a mail of
 * that provider id.
 */
export async function recordDelivery(
  tx: Handle,
  providerId: string,
  state: DeliveryState,
): Promise<boolean> {
  const order = JSON.stringify(deliveryStates);
  const rows = await rowsOf(
    tx,
    sql`update effect set deliveries = coalesce(deliveries, '{}'::jsonb) ||
          jsonb_build_object(${providerId}::text, (
            select told.state from jsonb_array_elements_text(${order}::jsonb)
              with ordinality as told(state, place)
            where told.state in (${state}::text, deliveries ->> ${providerId}::text)
            order by told.place desc limit 1))
        where string_to_array(provider_id, ' ') @> array[${providerId}::text]
        returning machine_id`,
  );
  return rows.length > 0;
}
