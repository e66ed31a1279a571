import type { Messages } from "#app/i18n/messages.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { csvBytes, csvText } from "#app/usecases/finance/months/journal/csv.ts";
import type { ExportedFile } from "#app/usecases/finance/months/journal/export-journal.ts";
import { readReceivablesOn, type OpenOn } from "#db/queries/money/books/receivables-on.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import { askedDay } from "./asked-days.ts";

const perPage = 50;

/** How long after its due day an amount stands open. */
export const ages = ["notDue", "upTo30", "upTo60", "upTo90", "over90"] as const;
export type Age = (typeof ages)[number];

/** Yen by age. */
export type ByAge = Record<Age, number>;

/** The age of a debt by the days since its due day, which are negative before it. */
export function ageOf(daysLate: number): Age {
  if (daysLate <= 0) return "notDue";
  if (daysLate <= 30) return "upTo30";
  if (daysLate <= 60) return "upTo60";
  return daysLate <= 90 ? "upTo90" : "over90";
}

/** An invoice that stood open on the day asked for. */
export interface OpenInvoice extends OpenOn {
  daysLate: number;
  age: Age;
}

/** What a customer owed, in yen. */
export interface CustomerDebt {
  customerId: string;
  customerName: string;
  byAge: ByAge;
  total: number;
  invoices: OpenInvoice[];
}

/** What customers owed at the end of a day (ISO), by the ledger. */
export interface AgedReceivables {
  today: string;
  day: string;
  byAge: ByAge;
  total: number;
  customers: CustomerDebt[];
  /** Customers in all, of whom a page shows some. */
  count: number;
  page: number;
  pages: number;
}

const none = (): ByAge => ({ notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0 });

/** Debts by age and in all, in yen. */
export function sumByAge(invoices: readonly Pick<OpenInvoice, "age" | "owed">[]): {
  byAge: ByAge;
  total: number;
} {
  const byAge = none();
  for (const { age, owed } of invoices) byAge[age] += owed;
  return { byAge, total: ages.reduce((sum, age) => sum + byAge[age], 0) };
}

async function readOpen(principal: Principal, asked: string | null) {
  asStaff(principal, "finance");
  const today = tokyoDay(principal.receivedAt).toString();
  const day = askedDay(asked, today);
  const read = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readReceivablesOn(tx, day),
  );
  const invoices = read.map((row): OpenInvoice => {
    const daysLate = dayOf(row.dueDay).until(dayOf(day), { largestUnit: "days" }).days;
    return { ...row, daysLate, age: ageOf(daysLate) };
  });
  return { today, day, invoices };
}

/**
 * What customers owe by age (売掛金年齢表), for finance: at the end of today unless another day is asked for.
 *
 * @throws Problem `notAllowed` without the role finance
 */
export async function readReceivablesByAge(
  principal: Principal,
  asked: { day: string | null; page: string | null },
): Promise<AgedReceivables> {
  const { today, day, invoices } = await readOpen(principal, asked.day);
  const customers = [...Map.groupBy(invoices, ({ customerId }) => customerId).values()].map(
    (own): CustomerDebt => ({
      ...{ customerId: own[0]?.customerId ?? "", customerName: own[0]?.customerName ?? "" },
      ...sumByAge(own),
      invoices: own,
    }),
  );
  const pages = Math.max(1, Math.ceil(customers.length / perPage));
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.page)) || 1), pages);
  const shown = customers.slice((page - 1) * perPage, page * perPage);
  const count = customers.length;
  return { today, day, ...sumByAge(invoices), customers: shown, count, page, pages };
}

/** Every open invoice of that day with its age as a CSV file for spreadsheets. */
export async function exportReceivables(
  principal: Principal,
  asked: { day: string | null },
  words: Messages,
): Promise<ExportedFile> {
  const { day, invoices } = await readOpen(principal, asked.day);
  const { ledger } = words;
  const slashed = (iso: string) => iso.replaceAll("-", "/");
  const rows = invoices.map(({ customerName, number, dueDay, daysLate, age, owed }) => [
    ...[customerName, number, slashed(dueDay), Math.max(0, daysLate)],
    ...ages.map((each) => (each === age ? owed : 0)),
    owed,
  ]);
  const { columns } = ledger.receivables;
  const header = [...columns, ...ages.map((age) => ledger.ages[age]), ledger.total];
  return {
    fileName: `receivables-${day}.csv`,
    bytes: csvBytes(csvText([header, ...rows]), "utf-8"),
  };
}
