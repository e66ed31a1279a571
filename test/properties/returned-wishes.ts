import { hasComeIn } from "#machines/payment/came-in.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import { left } from "#machines/payment/returned-conditions.ts";
import { moneyWords, returnedWords } from "./money-words.ts";
import { choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

/** Money that came in goes back in several ways one after the other. */
export function returning(occasion: Occasion): Wish[] {
  const paid = machinesOf<PaymentContext>(occasion.part, "payment").filter(
    ({ snapshot }) => snapshot.value === "mismatched" || hasComeIn(String(snapshot.value)),
  );
  if (paid.length === 0) return [];
  const [{ snapshot, ...payment }, more] = choose(paid, occasion.pick);
  const { invoiceId } = snapshot.context;
  const rest = Math.max(1, left(snapshot.context));
  const half = Math.max(1, Math.floor(rest / 2));
  const words = returnedWords(occasion, payment, invoiceId);
  const [all, some] = [words.refund("all", rest), words.refund("half", half)];
  const remainder = words.refund("rest", Math.max(1, rest - half));
  const beyond = words.refund("beyond", half);
  const [whole, part] = [words.dispute("whole", rest), words.dispute("half", half)];
  const again = words.dispute("again", Math.max(1, rest - half));
  const invoice = { ...payment, kind: "invoice" as const, machineId: invoiceId };
  const card = { paymentId: payment.machineId, fromCredit: false };
  const back = moneyWords(occasion, invoice).paidBack({ ...card, amount: half });
  const ways: Wish[][] = [
    ...[
      [all.found, all.fails],
      [some.found, remainder.found, some.fails, remainder.fails],
    ],
    ...[
      [some.found, some.fails],
      [all.found, beyond.found, beyond.fails],
    ],
    ...[[some.found, again.opened, ...again.lost, some.fails]],
    ...[[whole.opened, ...whole.lost, beyond.found, beyond.fails]],
    ...[[part.opened, again.opened, ...part.lost, ...again.lost]],
    ...[[part.opened, again.opened, ...part.won, ...again.won, again.opened]],
    ...[[part.opened, again.opened, ...part.won, ...again.lost]],
    ...[[whole.opened, some.found, some.fails, ...whole.won]],
    ...[[whole.opened, ...whole.won, some.found, some.fails]],
    ...[
      [whole.opened, ...whole.won, all.found],
      [part.opened, ...part.won, again.opened],
    ],
    ...[[part.opened, ...part.lost, again.opened, ...again.lost]],
    ...[
      [all.found, whole.opened, ...whole.lost],
      [part.opened, ...part.lost, all.found],
    ],
    ...[
      [...back.agreed, back.made, back.succeeds],
      [...back.agreed, back.made, back.fails],
    ],
    ...[
      [...back.agreed, back.refused],
      [...back.agreed, back.made],
    ],
  ];
  return choose(ways, more)[0];
}
