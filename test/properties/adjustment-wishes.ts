import { dayOf } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";
import { creditAmounts, spreadOverRates } from "#machines/invoice/credit-account.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import { moneyWords, returnedWords } from "./money-words.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

type Stored = ReturnType<typeof machinesOf<InvoiceContext>>[number];

/** What is asked for to credit a share of what is left of an invoice; null where nothing is. */
export function creditParams(context: InvoiceContext, share: number) {
  const { invoiceId, contractId, number, issueDay, subtotal } = context;
  const whole = creditAmounts(context, spreadOverRates(context, subtotal));
  const net = Math.ceil((whole?.net ?? 0) * share);
  const amounts = creditAmounts(context, spreadOverRates(context, net));
  if (!amounts) return null;
  const lines = amounts.taxes.map(({ ratePercent, taxable: amount }) => ({
    ...{ nameJa: "値引き", nameEn: "Reduction", amount, ratePercent },
  }));
  const of = { invoiceId, contractId, invoiceNumber: number ?? "", invoiceDay: issueDay ?? "" };
  return { ...of, lines, ...amounts };
}

/** What finance does about one invoice, some of it with another one that is owed. */
function waysOf(occasion: Occasion, { snapshot, ...invoice }: Stored, other: Stored | null) {
  const { context } = snapshot;
  const { customerId, day, part } = occasion;
  const words = moneyWords(occasion, invoice);
  const owed = outstanding(context);
  const [third, half] = [Math.ceil(owed / 3), Math.ceil(owed / 2)];
  const credited = (share: number): Wish[] => {
    const params = creditParams(context, share);
    return params ? words.approved(`credit ${share}`, "creditNote", params) : [];
  };
  const [whole, part3] = [words.transferred("whole", owed), words.transferred("part", third)];
  const rest = words.transferred("rest", owed - third);
  const lost = words.writtenOff(owed);
  const lostRest = words.writtenOff(owed - third);
  const card = words.byCard(owed);
  const back = returnedWords(occasion, card.payment, invoice.machineId);
  const [all, some] = [back.refund("all", owed), back.refund("half", half)];
  const dispute = back.dispute("half", Math.max(1, owed - half));
  const cardPaid = [card.begins, card.settles];
  const elsewhere = { kind: "machine", machineId: derivedId(customerId, "elsewhere") } as const;
  const earlier = (days: number) =>
    dayOf(context.dueDay ?? day)
      .subtract({ days })
      .toString();
  const said = (event: Wish["event"]): Wish => ({ ...invoice, actor: elsewhere, event });
  const portal = (type: string) =>
    ask("portal", invoice, { type, cardId: derivedId(customerId, "card 0") });
  const charge = machinesOf(part, "payment").length;
  const start = {
    ...{ type: "startCharge", cardId: derivedId(customerId, "card 0") },
    paymentId: derivedId(invoice.machineId, `charge ${charge}`),
  };
  const debt = other ? outstanding(other.snapshot.context) : 0;
  const setOff = (from: Stored, to: Stored, amount: number) => {
    const { number } = to.snapshot.context;
    const debts = [{ invoiceId: to.machineId, number: number ?? "", amount, valueDay: day }];
    const setOffId = derivedId(from.machineId, `set off ${part.events.length}`);
    return ask("finance", from, { type: "declareSetOff", setOffId, debts });
  };
  const self: Stored = { snapshot, ...invoice };
  const tooMuch = (more: number) => words.transferred("too much", owed + more).comes;
  const cash = words.paidBack({ paymentId: null, amount: 700, fromCredit: true });
  const held = words.paidBack({ paymentId: null, amount: third, fromCredit: true });
  const byOther = (more: number, amount: number): Wish[] =>
    other
      ? [
          moneyWords(occasion, other).transferred("for another", debt + more).comes,
          setOff(other, self, amount),
        ]
      : [];
  const ways: Wish[][] = [
    ...[lost, [...lost, whole.comes], [...lost, part3.comes, part3.undone]],
    ...[
      [...lost, ...credited(1)],
      [...lost, ...credited(0.5)],
      [part3.comes, ...lostRest, rest.comes],
    ],
    ...[
      [part3.comes, ...lostRest, ...credited(0.8)],
      [part3.comes, ...lostRest, part3.undone],
    ],
    ...[
      [card.begins, ...lost, card.settles],
      [card.begins, ...lost, card.expires],
    ],
    ...[
      [...lost, ...cardPaid],
      [...lost, card.begins, card.abandoned],
    ],
    ...[
      credited(1),
      credited(0.5),
      [part3.comes, ...credited(0.8)],
      [part3.comes, ...credited(0.2)],
    ],
    ...[[part3.comes, ...credited(1), ...held.agreed, held.transferred]],
    ...[[part3.comes, ...credited(1), ...held.agreed, held.cameBack]],
    ...[
      [card.begins, ...credited(1), card.settles],
      [card.begins, ...credited(1), card.expires],
    ],
    ...[[...credited(1), part3.comes, part3.undone]],
    ...[
      [tooMuch(700), ...cash.agreed, cash.transferred],
      [tooMuch(700), ...cash.agreed, cash.cameBack],
    ],
    ...[[tooMuch(debt), ...(other ? [setOff(self, other, debt)] : [])]],
    ...[[tooMuch(500), ...(other ? [setOff(self, other, Math.min(500, debt))] : [])]],
    ...[byOther(owed, owed), byOther(half, half), [...lost, ...byOther(owed, owed)]],
    ...[
      [...lost, ...byOther(half, half)],
      [part3.comes, ...byOther(owed, owed - third)],
    ],
    ...[[part3.comes, ...byOther(1, 1)]],
    [
      part3.comes,
      ...credited(1),
      ...(other ? [setOff(self, other, Math.min(third, Math.max(1, debt)))] : []),
    ],
    ...[
      [...cardPaid, all.found, all.fails],
      [...cardPaid, all.found, ...lost, all.fails],
    ],
    ...[[...cardPaid, some.found, ...words.writtenOff(half), all.found, some.fails]],
    ...[[...cardPaid, some.found, part3.comes, some.fails]],
    ...[[...cardPaid, some.found, ...words.writtenOff(half), dispute.opened, ...dispute.lost]],
    ...[[...cardPaid, some.found, dispute.opened, ...dispute.lost, some.fails]],
    ...[[...cardPaid, ...credited(1), some.found, some.fails, dispute.opened, ...dispute.lost]],
    ...[[part3.comes, ask("finance", invoice, { type: "dispute", reason: "r" })]],
    [
      part3.comes,
      ask("finance", invoice, { type: "dispute", reason: "r" }),
      ask("finance", invoice, { type: "endDispute", reason: "r" }),
    ],
    [
      part3.comes,
      said({ type: "limitDueDay", dueDay: earlier(1) }),
      said({ type: "accelerate", dueDay: earlier(2), clause: "A16.2" }),
    ],
    ...[[said({ type: "accelerate", dueDay: earlier(2), clause: "A16.2" })]],
    ...[
      [portal("announceCharge")],
      [portal("holdCharge")],
      [part3.comes, portal("announceCharge")],
    ],
    ...[
      [part3.comes, portal("holdCharge")],
      [part3.comes, ask("portal", invoice, start)],
    ],
  ];
  return ways.filter((way) => way.length > 0);
}

/** Corrects, sets off, writes off and pays back, each agreed by two people where that is the rule. */
export function adjusting(occasion: Occasion): Wish[] {
  const invoices = machinesOf<InvoiceContext>(occasion.part, "invoice");
  const owed = invoices.filter(({ snapshot }) => isOwedIn(String(snapshot.value)));
  if (invoices.length === 0) return [];
  const [chosen, rest] = choose(
    owed.length > 0 ? [...owed, ...owed, ...invoices] : invoices,
    occasion.pick,
  );
  const other = owed.find(({ machineId }) => machineId !== chosen.machineId) ?? null;
  return choose(waysOf(occasion, chosen, other), rest)[0];
}
