import type { CustomerWorld } from "#machines/engine/world.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { numberOf } from "#test/oracle/days.ts";
import { liveThrough, type OracleMove } from "#test/oracle/invoice.ts";
import { machinesOf } from "./wish.ts";

type Customer = Readonly<CustomerWorld>;

/** The moves of an invoice's money by its history: what came and was not another's, and what was decided. */
function movesOf({ events }: Customer, id: string): OracleMove[] {
  const own = events.filter(({ machineId }) => machineId === id).map(({ event }) => event);
  const back = new Set(
    own.filter(({ type }) => type === "transferReversed").map((event) => event["receiptId"]),
  );
  return own.flatMap((event): OracleMove[] => {
    const [amount, fee] = [Number(event["amount"]), Number(event["fee"] ?? 0)];
    switch (event.type) {
      case "paymentReceived":
      case "transferReceived":
        if (back.has(event["receiptId"])) return [];
        return [
          { on: numberOf(String(event["valueDay"])), amount: amount + fee, kind: "received" },
        ];
      case "claimDamages":
        return [{ on: numberOf(event.day), amount, kind: "claimed" }];
      case "waiveDamages":
        return [{ on: numberOf(event.day), amount, kind: "waived" }];
      default:
        return [];
    }
  });
}

/**
 * Yen that payments beyond an invoice's amount paid of its damages, day by day and yen by yen; only where
 * more came than was asked for, since that takes a while.
 */
export function damagesFromTop(customer: Customer, id: string, context: InvoiceContext): number {
  const { reason, dueDay, total, paid } = context;
  if (paid <= total || dueDay === null || reason === "lateDamages") return 0;
  const due = numberOf(dueDay);
  const moves = movesOf(customer, id);
  const last = Math.max(due, ...moves.map(({ on }) => on));
  return liveThrough({ due, total, perMille: 146 }, moves, last).onTopToDamages;
}

/** Damages that were claimed have one invoice of the same amount each; none is claimed of a claim. */
export function* claimFaults(customer: Customer): Generator<string> {
  const invoices = machinesOf<InvoiceContext>(customer, "invoice");
  for (const { machineId, snapshot } of invoices) {
    const claims = customer.events.filter(
      (one) => one.machineId === machineId && one.event.type === "claimDamages",
    );
    const own = invoices.filter((each) => each.snapshot.context.ofInvoice === machineId);
    const [claimed, invoiced] = [
      claims.map(({ event }) => Number(event["amount"])),
      own.map((each) => each.snapshot.context.total),
    ];
    if (String(claimed.toSorted()) !== String(invoiced.toSorted())) {
      yield `of the damages of ${machineId} ${claimed} were claimed and ${invoiced} invoiced`;
    }
    const isClaim = snapshot.context.reason === "lateDamages";
    if (isClaim && (claims.length > 0 || snapshot.context.tax > 0)) {
      yield `the claim ${machineId} bears damages or tax of its own`;
    }
  }
}
