import { wallClock } from "#app/clock.ts";
import { newIdentifier } from "#app/identifier.ts";
import { installPortal, type Portal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { createDispatch } from "#app/workflow/dispatch.ts";
import { startJobs } from "#app/workflow/jobs.ts";
import { openPostgres } from "#db/client.ts";
import { chargeFor } from "#machines/contract/fees.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { BenchDatabase } from "../bench-server.ts";

const syllables = "アイウエカキクケサシスセタチツテナニヌネハヒフヘマミムメラリルレ";

/** A company's name in kana, another one for each number. */
export function kanaOf(number: number): string {
  let [rest, name] = [number, ""];
  for (let n = 0; n < 5; n += 1) {
    name += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  }
  return name;
}

/** Yen a year without tax, of which many invoices have the same. */
export const priceOf = (number: number): number => 100_000 + (number % 997) * 1000;

export const customerAt = (number: number): string =>
  derivedId("0199aaaa-0000-7000-8000-000000000001", `customer ${number}`);

/** The part of a portal that keeps the books, on a benchmark's database, and what is done with it. */
export interface Books {
  finance(): Principal;
  /** Registers customers with these numbers. */
  addCustomers(from: number, count: number): Promise<void>;
  /** Issues an invoice to each of so many customers, many at a time. */
  issue(from: number, count: number, period: string): Promise<void>;
  close(): Promise<void>;
}

const atOnce = 500;

/** Installs database, engine and job queue as this process's portal; nobody works the jobs. */
export async function openBooks(database: BenchDatabase): Promise<Books> {
  const opened = openPostgres(database.url);
  const faults: Error[] = [];
  const jobs = await startJobs(opened, (error) => faults.push(error), false);
  const dispatch = createDispatch({ database: opened, jobs, clock: wallClock });
  installPortal({ database: opened, jobs, clock: wallClock, dispatch } as Portal);
  const now = () => new Date().toISOString();

  async function issueOne(number: number, period: string): Promise<void> {
    const customerId = customerAt(number);
    const contractId = derivedId(customerId, "contract");
    const menu = { menuCode: "ndr-basic", nameJa: "基本", nameEn: "Basic", kind: "basic" as const };
    const charge = chargeFor([{ ...menu, annualPrice: priceOf(number) }], `${period}-01`);
    const days = { periodStart: `${period}-01`, periodEnd: `${period}-28`, dueDay: "2099-12-31" };
    const outcome = await dispatch({
      ...{ customerId, machineId: derivedId(contractId, period), kind: "invoice" },
      ...{ commandId: `issue/${period}`, receivedAt: now() },
      actor: { kind: "machine", machineId: contractId },
      event: { type: "issue", contractId, reason: "annualFee", ...days, ...charge },
    });
    if (!outcome.ok) throw new Error(`The invoice was refused: ${outcome.refusal.detail}`);
  }

  return {
    finance: () => ({
      ...{ userId: newIdentifier(), customerId: null, roles: ["finance"], receivedAt: now() },
      ipAddress: "192.0.2.1",
    }),
    addCustomers: async (from, count) => {
      const rows = Array.from({ length: count }, (_, n) => {
        const [number, id] = [from + n, customerAt(from + n)];
        return { id, number, kana: `カブシキガイシャ${kanaOf(number)}` };
      });
      const made = `jsonb_to_recordset('${JSON.stringify(rows)}'::jsonb)
        as r(id uuid, number int, kana text)`;
      await database.asSuperuser(
        `insert into customer (customer_id, number, name, created_at)
         select id, number + 1, '株式会社' || number, now() from ${made}`,
      );
      await database.asSuperuser(
        `insert into registration (customer_id, registration_id, registered_at, company_name,
           company_name_kana, representative, postal_code, prefecture, city, street, phone,
           contact_name, contact_email)
         select id, gen_random_uuid(), now(), '株式会社' || number, kana, '', '', '', '', '', '', '', ''
         from ${made}`,
      );
    },
    issue: async (from, count, period) => {
      let next = from;
      const client = async () => {
        while (next < from + count) {
          const number = next;
          next += 1;
          await issueOne(number, period);
        }
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, count) }, client));
    },
    close: async () => {
      await jobs.stop();
      await opened.close();
      if (faults.length > 0) throw new AggregateError(faults, "The job queue had faults.");
    },
  };
}
