import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** Matters whose words, people and files serve nothing but the service itself. */
const serviceMatters = ["incidentContact", "materialRequest", "deviceInquiry"];

/**
 * Takes away what a customer said and handed in for the service of one contract: sites and words about its
 * devices, people, materials. A device that is still out keeps its address until it is back.
 *
 * @returns how many rows went, by table
 */
export async function eraseWordsOfContract(
  tx: Handle,
  { customerId, contractId }: { customerId: string; contractId: string },
): Promise<Record<string, number>> {
  await tx.execute(sql`select set_config('app.erasing', 'on', true)`);
  const loans = sql`select loan_id from device_loan where customer_id = ${customerId}
    and contract_id = ${contractId} and open_charges = 0
    and status in ('checked', 'lost', 'cancelled')`;
  const matters = sql`select matter_id from matter where customer_id = ${customerId}
    and contract_id = ${contractId}
    and kind in (${sql.join(
      serviceMatters.map((kind) => sql`${kind}`),
      sql`, `,
    )})`;
  const statements = {
    device_site: sql`delete from device_site where customer_id = ${customerId} and loan_id in (${loans})`,
    device_note: sql`delete from device_note where customer_id = ${customerId} and loan_id in (${loans})`,
    matter_value: sql`delete from matter_value where customer_id = ${customerId}
      and matter_id in (${matters})`,
    matter_note: sql`delete from matter_note where customer_id = ${customerId}
      and matter_id in (${matters})`,
    stored_file: sql`delete from stored_file where customer_id = ${customerId}
      and purpose = 'matter' and subject_id in (${matters})`,
  };
  const gone: Record<string, number> = {};
  for (const [table, statement] of Object.entries(statements)) {
    gone[table] = (await rowsOf<{ one: number }>(tx, sql`${statement} returning 1 as one`)).length;
  }
  await tx.execute(sql`select set_config('app.erasing', 'off', true)`);
  return gone;
}
