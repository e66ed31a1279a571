import { payableOf } from "./credit-account.ts";
import type { InvoiceContext } from "./context.ts";
import { damagesFromReceipts } from "./damages-account.ts";

/** Where an invoice's yen stand in the books. */
interface Split {
  /** What it still asks for, unless that was written off. */
  receivable: number;
  writtenOff: number;
  /** What came on top and settled its late damages (Civil Code 489). */
  damages: number;
  /** What is the customer's: paid or credited beyond what is owed. */
  credit: number;
}

/** How the yen that an invoice asks for and those that came in stand to each other. */
export function splitOf(context: InvoiceContext): Split {
  const { paid, writtenOff } = context;
  const payable = payableOf(context);
  const [open, onTop] = [Math.max(0, payable - paid), Math.max(0, paid - payable)];
  const damages = Math.min(onTop, damagesFromReceipts(context));
  const lost = writtenOff === null ? 0 : open;
  return { receivable: open - lost, writtenOff: lost, damages, credit: onTop - damages };
}

/** Yen of the invoice that are the customer's credit (預り金). */
export const creditOf = (context: InvoiceContext): number => splitOf(context).credit;

/** Since which ISO day the invoice has a credit of the customer: the day of what came in or was credited last; null for none. */
export function creditSince(context: InvoiceContext): string | null {
  if (creditOf(context) === 0) return null;
  const days = [
    ...context.receipts.map(({ valueDay }) => valueDay),
    ...context.credits.map(({ day }) => day),
  ];
  return days.toSorted().at(-1) ?? null;
}
