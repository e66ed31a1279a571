import type { BankReceiptContext } from "#machines/bank-receipt/machine.ts";
import type { DisputeContext } from "#machines/dispute/machine.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import { creditOf } from "#machines/invoice/split.ts";
import { hasComeIn } from "#machines/payment/came-in.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import { left } from "#machines/payment/returned-conditions.ts";
import type { RefundContext } from "#machines/refund/machine.ts";
import { creditParams } from "#test/properties/adjustment-wishes.ts";
import { moneyWords, returnedWords } from "#test/properties/money-words.ts";
import { ask, machinesOf, type Occasion, type Wish } from "#test/properties/wish.ts";
import type { Live } from "./invariants/facts.ts";
import { move, type Move } from "./move.ts";
import { serviceMoves } from "./moves.ts";
import type { Place } from "./place.ts";
import { contract, customerId, invoiceTarget } from "./subject.ts";

const said = (name: string, ...wishes: readonly Wish[]): Move => ({
  name,
  wishes: wishes.map(({ actor, event, commandId, kind, machineId }) => {
    return [actor, { customerId, kind, machineId }, event, commandId];
  }),
});

/** What may be done about one invoice: paid by transfer or card, disputed, credited, written off, paid back. */
function invoiceMoves(
  occasion: Occasion,
  { machineId, state, context }: Live<InvoiceContext>,
): Move[] {
  const invoice = invoiceTarget(machineId);
  const words = moneyWords(occasion, invoice);
  const owed = outstanding(context);
  const isOwed = isOwedIn(state);
  const moves: Move[] = [];
  if (isOwed || state === "writtenOff") {
    // More than the damages of a few days, so that something is left over.
    const amounts = { part: Math.ceil(owed / 3), all: owed, more: owed + 20_000 };
    for (const [name, amount] of Object.entries(amounts)) {
      moves.push(said(`transfer ${name}`, words.transferred(name, amount).comes));
    }
    if (context.openPayment === null) moves.push(said("begin by card", words.byCard(owed).begins));
    const whole = creditParams(context, 1);
    if (whole) moves.push(said("credit it", ...words.approved("credit", "creditNote", whole)));
  }
  if (isOwed) {
    moves.push(said("write it off", ...words.writtenOff(owed)));
    const type = context.dispute ? "endDispute" : "dispute";
    moves.push(said(type, ask("finance", invoice, { type, reason: "協議中" })));
  }
  const credit = creditOf(context);
  if (credit > 0) {
    const back = words.paidBack({ paymentId: null, amount: credit, fromCredit: true });
    moves.push(said("pay it back", ...back.agreed));
  }
  return moves;
}

type Stored<Context> = ReturnType<typeof machinesOf<Context>>[number];

/** What becomes of a payment by card: settled, expired; then refunded at Stripe or disputed with the issuer. */
function paymentMoves(occasion: Occasion, { snapshot, ...payment }: Stored<PaymentContext>) {
  const { machineId: id } = payment;
  const { amount, invoiceId } = snapshot.context;
  const state = String(snapshot.value);
  if (state === "created") {
    const ids = { intentId: `pi_${id}`, chargeId: `ch_${id}` };
    const settle = { type: "settle", ...ids, amount, valueDay: occasion.day };
    return [
      said("settle", ask("stripe", payment, settle, `charge/${ids.chargeId}`)),
      said("expire", ask("stripe", payment, { type: "expire" }, "expire")),
    ];
  }
  const rest = left(snapshot.context);
  if (!hasComeIn(state) || rest === 0) return [];
  const words = returnedWords(occasion, payment, invoiceId);
  return [
    said("refund half", words.refund("half", Math.ceil(rest / 2)).found),
    said("refund all", words.refund("all", rest).found),
    said("dispute the card", words.dispute("all", rest).opened),
  ];
}

function refundMoves({ day }: Occasion, { snapshot, ...refund }: Stored<RefundContext>): Move[] {
  if (snapshot.value === "failed") return [];
  return [
    said("refund succeeds", ask("stripe", refund, { type: "succeed" }, "succeed")),
    said("refund fails", ask("stripe", refund, { type: "fail", code: "declined" }, "fail")),
    said("refund leaves", ask("finance", refund, { type: "transferred", transferredOn: day })),
    said("refund returns", ask("finance", refund, { type: "transferFailed", reason: "口座なし" })),
  ];
}

function disputeMoves({ day }: Occasion, { snapshot, ...dispute }: Stored<DisputeContext>) {
  const { amount } = snapshot.context;
  const row = (type: string, fee: number) => {
    const lineId = `${type} ${dispute.machineId}`;
    return ask("stripe", dispute, { type, lineId, amount, fee, movedOn: day }, `line/${lineId}`);
  };
  return [
    said("dispute lost", row("withdraw", 1300), ask("stripe", dispute, { type: "lose" }, "lose")),
    said("dispute won", ask("stripe", dispute, { type: "win" }, "win")),
    said("dispute gives back", row("reinstate", 0)),
  ];
}

/** Everything that anybody may try with the money of a contract, and what that does to its service and its end. */
export function moneyMovesAt(place: Place): Move[] {
  const { part, today: day } = place.facts;
  const occasion: Occasion = { part, customerId, pick: 0, day, at: place.now };
  const all = <Context>(kind: MachineKind) => machinesOf<Context>(part, kind);
  const matched = all<BankReceiptContext>("bankReceipt").filter(
    ({ snapshot }) => snapshot.value === "applied",
  );
  return [
    ...serviceMoves(place),
    move("cancel", "owner", contract, { type: "cancel", wish: "earliest" }),
    ...place.facts.invoices.flatMap((invoice) => invoiceMoves(occasion, invoice)),
    ...all<PaymentContext>("payment").flatMap((one) => paymentMoves(occasion, one)),
    ...matched.map(({ snapshot: _, ...one }) =>
      said("undo a match", ask("finance", one, { type: "reverse" })),
    ),
    ...all<RefundContext>("refund").flatMap((one) => refundMoves(occasion, one)),
    ...all<DisputeContext>("dispute").flatMap((one) => disputeMoves(occasion, one)),
  ];
}
