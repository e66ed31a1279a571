import { and, asc, count, desc, eq, gt, inArray, or, sql, type SQL } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";
import { deviceLoan, deviceNote, deviceSite } from "#db/schema/device-loan.ts";
import { stockDevice } from "#db/schema/stock-device.ts";

export type LoanRow = typeof deviceLoan.$inferSelect;
export type DeviceNoteRow = typeof deviceNote.$inferSelect;
export type DeviceSiteRow = typeof deviceSite.$inferSelect;

/** A loan with the names of what it belongs to. */
export type NamedLoan = LoanRow & {
  customerName: string;
  contractNumber: string | null;
  /** The serial number that the stock has reserved for it and of which it has not heard yet; else null. */
  reserved: string | null;
};

const named = (tx: Handle) =>
  tx
    .select({
      loan: deviceLoan,
      customerName: customer.name,
      contractNumber: contract.number,
      reserved: stockDevice.serialNumber,
    })
    .from(deviceLoan)
    .innerJoin(customer, eq(customer.customerId, deviceLoan.customerId))
    .leftJoin(
      contract,
      and(
        eq(contract.customerId, deviceLoan.customerId),
        eq(contract.contractId, deviceLoan.contractId),
      ),
    )
    .leftJoin(
      stockDevice,
      and(eq(stockDevice.loanId, deviceLoan.loanId), eq(stockDevice.status, "reserved")),
    );

type Found = Awaited<ReturnType<typeof named>>[number];
const flat = ({ loan, customerName, contractNumber, reserved }: Found): NamedLoan => ({
  ...{ ...loan, customerName, contractNumber },
  reserved: loan.stockDeviceId === null ? reserved : null,
});

/** Writes words about a loan, in the transaction in which its machine hears of them. */
export async function writeDeviceNote(tx: Handle, note: DeviceNoteRow): Promise<void> {
  await tx.insert(deviceNote).values(note);
}

/** Writes where a device goes, in the transaction in which its machine hears of it. */
export async function writeDeviceSite(tx: Handle, site: DeviceSiteRow): Promise<void> {
  await tx.insert(deviceSite).values(site);
}

/** One loan by its ids, or null. */
export async function findLoan(
  tx: Handle,
  customerId: string,
  loanId: string,
): Promise<NamedLoan | null> {
  const own = and(eq(deviceLoan.customerId, customerId), eq(deviceLoan.loanId, loanId));
  const [row] = await named(tx).where(own);
  return row ? flat(row) : null;
}

/** The loans of a customer, the latest first. */
export async function readLoansOf(tx: Handle, customerId: string): Promise<NamedLoan[]> {
  const rows = await named(tx)
    .where(eq(deviceLoan.customerId, customerId))
    .orderBy(desc(deviceLoan.openedOn), asc(deviceLoan.loanId));
  return rows.map((row) => flat(row));
}

/** What a list of loans is narrowed to: states, or what staff have to answer. */
export type LoanFilter = { statuses: readonly string[] } | "toAnswer" | null;

function matching(filter: LoanFilter): SQL | undefined {
  if (filter === null) return undefined;
  if (filter !== "toAnswer") return inArray(deviceLoan.status, [...filter.statuses]);
  return or(
    eq(deviceLoan.relocation, "requested"),
    inArray(deviceLoan.fault, ["reported", "repairing", "replacing"]),
    sql`${deviceLoan.lossReportedOn} is not null`,
    gt(deviceLoan.openCharges, 0),
  );
}

/** One page of all loans, the oldest first: who has waited longest stands on top. */
export async function searchLoans(
  tx: Handle,
  filter: LoanFilter,
  page: { offset: number; limit: number },
): Promise<NamedLoan[]> {
  const rows = await named(tx)
    .where(matching(filter))
    .orderBy(asc(deviceLoan.openedOn), asc(deviceLoan.loanId))
    .offset(page.offset)
    .limit(page.limit);
  return rows.map((row) => flat(row));
}

/** How many loans there are of a filter. */
export async function countLoans(tx: Handle, filter: LoanFilter): Promise<number> {
  const [row] = await tx.select({ loans: count() }).from(deviceLoan).where(matching(filter));
  return row?.loans ?? 0;
}

/** Devices of the stock that can be lent by a menu, those that were registered first on top. */
export async function readFreeDevices(
  tx: Handle,
  menuCode: string,
  limit: number,
): Promise<{ deviceId: string; serialNumber: string }[]> {
  return tx
    .select({ deviceId: stockDevice.deviceId, serialNumber: stockDevice.serialNumber })
    .from(stockDevice)
    .where(and(eq(stockDevice.status, "free"), eq(stockDevice.menuCode, menuCode)))
    .orderBy(asc(stockDevice.registeredOn), asc(stockDevice.serialNumber))
    .limit(limit);
}

/** The sites of a loan in the order in which they were written. */
export async function readDeviceSites(
  tx: Handle,
  customerId: string,
  loanId: string,
): Promise<DeviceSiteRow[]> {
  return tx
    .select()
    .from(deviceSite)
    .where(and(eq(deviceSite.customerId, customerId), eq(deviceSite.loanId, loanId)))
    .orderBy(asc(deviceSite.writtenAt), asc(deviceSite.siteId));
}

/** The words about a loan, the latest first. */
export async function readDeviceNotes(
  tx: Handle,
  customerId: string,
  loanId: string,
): Promise<DeviceNoteRow[]> {
  return tx
    .select()
    .from(deviceNote)
    .where(and(eq(deviceNote.customerId, customerId), eq(deviceNote.loanId, loanId)))
    .orderBy(desc(deviceNote.writtenAt), asc(deviceNote.noteId));
}

/** Words about a loan by their id, or null. */
export async function readDeviceNote(
  tx: Handle,
  customerId: string,
  noteId: string,
): Promise<DeviceNoteRow | null> {
  const own = and(eq(deviceNote.customerId, customerId), eq(deviceNote.noteId, noteId));
  const [row] = await tx.select().from(deviceNote).where(own);
  return row ?? null;
}

/** Where a device goes or stands, by its id, or null. */
export async function readDeviceSite(
  tx: Handle,
  customerId: string,
  siteId: string,
): Promise<DeviceSiteRow | null> {
  const own = and(eq(deviceSite.customerId, customerId), eq(deviceSite.siteId, siteId));
  const [row] = await tx.select().from(deviceSite).where(own);
  return row ?? null;
}

const withCustomer = ["delivered", "installed", "inService", "returnDue", "overdue", "recovering"];

/** The loan by which a customer has the device with a serial number, or null. */
export async function readLentBySerialNumber(
  tx: Handle,
  serialNumber: string,
): Promise<{ customerId: string; contractId: string; loanId: string } | null> {
  const { customerId, contractId, loanId } = deviceLoan;
  const [row] = await tx
    .select({ customerId, contractId, loanId })
    .from(deviceLoan)
    .where(
      and(eq(deviceLoan.serialNumber, serialNumber), inArray(deviceLoan.status, withCustomer)),
    );
  return row ?? null;
}
