import { currentPortal } from "#app/portal.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import {
  findReceipt,
  listReceipts,
  readDecisions,
  readMatches,
  sumReceipts,
  type ReceiptState,
} from "#db/queries/money/bank/receipts.ts";
import type { Handle } from "#db/client.ts";
import { listInvoices } from "#db/queries/money/list-invoices.ts";
import { readPayoutsWithoutReceipt } from "#db/queries/money/payouts/receipts.ts";
import { findPayout } from "#db/queries/money/write-payout.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { contradictedBy, payoutProposals } from "../payouts/propose-payouts.ts";
import { isStripe } from "../payouts/stripe-payer.ts";
import { proposalsFor } from "./match-receipts.ts";
import { readMatching } from "./matching.ts";
import type { ProposedPart } from "./proposal.ts";

const perPage = 50;

/** A bank's half-width kana as people read them. */
const readable = (text: string) => text.normalize("NFKC");

/** A receipt in a list, while it waits with what it surely or likely is. Yen, ISO days. */
interface ListedReceipt {
  receiptId: string;
  payer: string;
  valueDay: string;
  amount: number;
  customerName: string | null;
  payoutId: string | null;
  likely: { customerName: string } | { payoutId: string } | null;
  reasons: string[];
  confidence: number | null;
}

const states: readonly ReceiptState[] = ["open", "matched", "setAside"];

/**
 * A page of the receipts in a state, the latest first, each that waits with its surest proposal.
 *
 * @param wanted as it came with the address; what makes no sense shows the open ones, from the start
 */
export async function readReceipts(
  principal: Principal,
  wanted: { state: string | null; page: string | null },
) {
  asStaff(principal, "finance");
  const state = states.find((name) => name === wanted.state) ?? "open";
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const sums = await sumReceipts(tx);
    const pages = Math.max(1, Math.ceil(sums[state].count / perPage));
    const page = Math.min(Math.max(1, Math.trunc(Number(wanted.page)) || 1), pages);
    const rows = await listReceipts(tx, state, { offset: (page - 1) * perPage, limit: perPage });
    const matching =
      state === "open" ? await readMatching(tx, tokyoDayText(principal.receivedAt)) : null;
    const amounts = matching ? rows.map(({ amount }) => amount) : [];
    const payouts = await readPayoutsWithoutReceipt(tx, amounts);
    const receipts = rows.map(({ identity: _one, importId: _two, ...row }): ListedReceipt => {
      const [best] = matching ? proposalsFor(row, matching.index) : [];
      const [payout] = payoutProposals(row, payouts);
      const said = { ...row, payer: readable(row.payer) };
      if (payout && payout.confidence >= (best?.confidence ?? 0)) {
        const { payoutId, reasons, confidence } = payout;
        return { ...said, likely: { payoutId }, reasons, confidence };
      }
      const { reasons = [], confidence = null } = best ?? {};
      const customerName = best ? (matching?.customerNames.get(best.customerId) ?? "") : null;
      const likely = customerName === null ? null : { customerName };
      return { ...said, likely, reasons, confidence };
    });
    return { state, sums, receipts, page, pages };
  });
}

/** The parts of a match with the numbers of their invoices. */
async function partsOf(
  tx: Handle,
  { customerId, allocations }: Awaited<ReturnType<typeof readMatches>>[number],
): Promise<ProposedPart[]> {
  const invoices = await listInvoices(tx, customerId);
  const numbers = new Map(invoices.map(({ invoiceId, number }) => [invoiceId, number]));
  return allocations.map((part) => ({ ...part, number: numbers.get(part.invoiceId) ?? "" }));
}

/** A payout as the page of its line names it. */
async function payoutOf(tx: Handle, payoutId: string) {
  const row = await findPayout(tx, payoutId);
  if (!row) throw new Error(`The payout ${payoutId} is gone.`);
  const { amount, arrivalDay, returnedOn } = row;
  return { payoutId, amount, arrivalDay, returnedOn };
}

/**
 * One receipt: what the bank says, what was decided, and while it waits the proposals: payouts, and customers with
 * their open invoices. Amounts are yen, days ISO.
 *
 * @param search part of a customer's name, for one that is not proposed
 * @throws Problem `notFound` for a receipt that does not exist, `notAllowed` without the role finance
 */
export async function readReceipt(principal: Principal, receiptId: string, search: string) {
  asStaff(principal, "finance");
  requireIdentifiers(receiptId);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const receipt = await findReceipt(tx, receiptId);
    if (!receipt) throw new Problem("notFound", `no receipt ${receiptId}`);
    const decisions = await readDecisions(tx, receiptId);
    const matches = await readMatches(tx, receiptId);
    const match = matches.find(({ status }) => status === "applied") ?? null;
    const last = decisions.at(-1)?.kind ?? "reopened";
    const state: ReceiptState = last === "matched" || last === "setAside" ? last : "open";
    const { index, customerNames, confident } = await readMatching(
      tx,
      tokyoDayText(principal.receivedAt),
    );
    const proposals = state === "open" ? proposalsFor(receipt, index) : [];
    const payoutId = decisions.at(-1)?.payoutId ?? null;
    const payouts =
      state === "open"
        ? payoutProposals(receipt, await readPayoutsWithoutReceipt(tx, [receipt.amount]))
        : [];
    const proposed = proposals.map((proposal) => ({
      ...proposal,
      customerName: customerNames.get(proposal.customerId) ?? "",
      open: index.byCustomer.get(proposal.customerId) ?? [],
    }));
    const word = search.normalize("NFKC").trim();
    const found =
      state !== "open" || word === ""
        ? []
        : [...customerNames]
            .filter(([customerId, name]) => {
              const isProposed = proposals.some((each) => each.customerId === customerId);
              return !isProposed && name.normalize("NFKC").includes(word);
            })
            .slice(0, 10)
            .map(([customerId, customerName]) => ({
              ...{ customerId, customerName },
              open: index.byCustomer.get(customerId) ?? [],
            }));
    const { identity: _, ...line } = receipt;
    const [payer, reference] = [readable(line.payer), readable(line.reference)];
    const says = { ...line, payer, reference };
    return {
      ...{ receipt: says, state, confident, proposals: proposed, found, search: word },
      seen: decisions.at(-1)?.seq ?? 0,
      payouts,
      isFromStripe: isStripe(receipt.payer),
      contradicted: contradictedBy(payouts, payoutId)?.payoutId ?? null,
      /** The payout whose money it is, or was, before that was undone. */
      payout: payoutId === null ? null : await payoutOf(tx, payoutId),
      match: match && {
        ...{ customerId: match.customerId, customerName: match.customerName },
        ...{ credit: match.credit, parts: await partsOf(tx, match) },
      },
      decisions: decisions.map(
        ({ seq, kind, confidence, reasons, note, decidedBy, decidedAt, payoutId: of }) => ({
          ...{ seq, kind, confidence, reasons, note, isAutomatic: decidedBy === null },
          payoutId: of,
          at: decidedAt.toISOString(),
        }),
      ),
    };
  });
}
