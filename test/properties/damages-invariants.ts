import type { CustomerWorld } from "#machines/engine/world.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { enteringOf } from "#machines/invoice/entering.ts";
import { numberOf } from "#test/oracle/days.ts";
import { liveThrough, type OracleMove } from "#test/oracle/invoice.ts";
import { machinesOf } from "./wish.ts";

type Customer = Readonly<CustomerWorld>;

/** Events by which money goes elsewhere than it came to: what is left of each receipt the machine says itself. */
const elsewhere = new Set([
  ...["paymentRefunded", "refundReturned", "disputeLost"],
  ...["setOffReceived", "declareSetOff", "creditPaidBack", "creditReturned"],
]);

/** The moves of an invoice's money by its history: what came and was not another's, and what was decided. */
function movesOf({ events }: Customer, id: string, context: InvoiceContext): OracleMove[] {
  const own = events.filter(({ machineId }) => machineId === id).map(({ event }) => event);
  if (own.some(({ type }) => elsewhere.has(type))) {
    const decided = context.damagesDecisions.map(({ kind, day, amount }) => {
      return { on: numberOf(day), amount, kind };
    });
    const entering = enteringOf(context).map(({ kind, day, amount }) => {
      return { on: numberOf(day), amount, kind };
    });
    return [...entering, ...decided];
  }
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
      case "credited":
        return [{ on: numberOf(event.day), amount: Number(event["total"]), kind: "credited" }];
      case "claimDamages":
        return [{ on: numberOf(event.day), amount, kind: "claimed" }];
      case "waiveDamages":
        return [{ on: numberOf(event.day), amount, kind: "waived" }];
      default:
        return [];
    }
  });
}

const creditedOf = ({ credits }: InvoiceContext) =>
  credits.reduce((sum, { total }) => sum + total, 0);

/**
 * Yen that payments beyond an invoice's amount paid of its damages, day by day and yen by yen; only where
 * more came than was asked for, since that takes a while.
 */
export function damagesFromTop(customer: Customer, id: string, context: InvoiceContext): number {
  const { reason, dueDay, total, paid } = context;
  if (paid + creditedOf(context) <= total || dueDay === null || reason === "lateDamages") return 0;
  const due = numberOf(dueDay);
  const moves = movesOf(customer, id, context);
  const last = Math.max(due, ...moves.map(({ on }) => on));
  const { onTopToDamages } = liveThrough({ due, total, perMille: 146 }, moves, last);
  // What was given back of the surplus can't have paid any damages.
  return Math.min(onTopToDamages, paid + creditedOf(context) - total);
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
