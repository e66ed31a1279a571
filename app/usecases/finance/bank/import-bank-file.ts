import { createHash } from "node:crypto";
import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import type { UploadedFile } from "#app/usecases/files/uploaded-file.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import {
  findImport,
  readKnown,
  writeImport,
  type ImportBooking,
  type ReceiptRow,
} from "#db/queries/money/bank/write-import.ts";
import { ensureOperatorCustomer } from "#db/queries/operator-customer.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { matchSurePayouts } from "../payouts/match-sure-payouts.ts";
import { applyConfident } from "./apply-confident.ts";
import type { BankLine, LineProblem } from "./bank-line.ts";
import { keyOf, payerName } from "./payer-name.ts";
import { readBankFile } from "./read-bank-file.ts";

/** What became of a file. */
export type ImportResult =
  | { outcome: "imported"; added: number; known: number; applied: number; payouts: number }
  | { outcome: "missing" | "tooLarge" | "repeated" }
  /** The first of what is wrong with it, and how much there is in all. */
  | { outcome: "invalid"; problems: LineProblem[]; count: number };

const mostShown = 20;

const digest = (of: string | Uint8Array) => createHash("sha256").update(of).digest("hex");

/**
 * What tells a line from all others: what it says, and its place among lines that say the same. A payer
 * that sends one amount twice on a day has two lines; a file that overlaps another brings them again.
 */
function identitiesOf(lines: readonly BankLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ line: _, ...says }) => {
    const { account, bookedDay, valueDay, amount, payer, reference, inquiry } = says;
    const name = keyOf(payerName(payer));
    const text = JSON.stringify([account, bookedDay, valueDay, amount, name, reference, inquiry]);
    const place = (seen.get(text) ?? 0) + 1;
    seen.set(text, place);
    return digest(`${text}/${place}`);
  });
}

/** What came in by day: the bank has it, and it waits to be applied (仮受金). */
function bookingsOf(importId: string, receipts: readonly ReceiptRow[]): ImportBooking[] {
  return [...Map.groupBy(receipts, ({ valueDay }) => valueDay)].flatMap(([day, ofDay]) => {
    const sum = ofDay.reduce((total, { amount }) => total + amount, 0);
    if (sum === 0) return [];
    const [to, from] = sum > 0 ? ["bank", "unappliedReceipts"] : ["unappliedReceipts", "bank"];
    const postings = [
      { account: to as "bank", debit: Math.abs(sum), credit: 0 },
      { account: from as "bank", debit: 0, credit: Math.abs(sum) },
    ];
    return [{ transactionId: derivedId(importId, `import/${day}`), day, postings }];
  });
}

/**
 * Takes in a bank's file of receipts (振込入金), books them, and matches those that are sure, with payouts or
 * with invoices. A file with any fault brings nothing; a file or a line that was taken in before brings nothing again.
 *
 * @throws Problem `notAllowed` without the role finance
 */
export async function importBankFile(
  principal: Principal,
  file: UploadedFile | undefined,
): Promise<ImportResult> {
  const actor = asStaff(principal, "finance");
  if (!file) return { outcome: "missing" };
  if (file.isCut) return { outcome: "tooLarge" };
  const today = tokyoDayText(principal.receivedAt);
  const { format, lines, problems } = readBankFile(file.bytes, today);
  if (problems.length > 0) {
    return { outcome: "invalid", problems: problems.slice(0, mostShown), count: problems.length };
  }
  const sha256 = digest(file.bytes);
  const importId = newIdentifier();
  const identities = identitiesOf(lines);
  const importedAt = new Date(principal.receivedAt);
  const written = await currentPortal().database.transaction(
    { role: "portal_engine" },
    async (tx) => {
      await ensureOperatorCustomer(tx, operatorCustomerId, importedAt);
      // One import after the other: two files that overlap must see each other's lines.
      await lockCustomers(tx, [operatorCustomerId]);
      if (await findImport(tx, sha256)) return null;
      const known = await readKnown(tx, identities);
      const receipts = lines.flatMap((line, place): ReceiptRow[] => {
        const identity = identities[place] ?? "";
        if (known.has(identity)) return [];
        const { account: _one, inquiry: _two, ...says } = line;
        const payerKey = keyOf(payerName(line.payer));
        return [{ receiptId: newIdentifier(), importId, identity, payerKey, ...says }];
      });
      const counts = { lines: lines.length, known: lines.length - receipts.length };
      const name = file.name
        .split(/[\\/]/)
        .at(-1)
        ?.toWellFormed()
        .replaceAll("\0", "")
        .slice(0, 120);
      const row = { importId, sha256, name: name || "file", format, ...counts };
      await writeImport(
        tx,
        { ...row, importedBy: principal.userId, importedAt },
        receipts,
        operatorCustomerId,
        bookingsOf(importId, receipts),
      );
      await writeAudit(tx, {
        ...{ customerId: operatorCustomerId, auditId: newIdentifier(), at: importedAt, actor },
        ...{ action: "finance.importBankFile", outcome: "done", detail: { importId, ...counts } },
      });
      return { added: receipts.length, known: counts.known };
    },
  );
  if (!written) return { outcome: "repeated" };
  const payouts = await matchSurePayouts(principal);
  const { applied } = await applyConfident(principal);
  return { outcome: "imported", ...written, applied, payouts };
}
