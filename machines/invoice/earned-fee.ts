/** A fee of an invoice in yen, from the period's first day to its own last one, and how it is earned. */
export interface EarnedFee {
  /** The contract for its basic menu, else the option. */
  itemId: string;
  amount: number;
  /** The last day for which it is charged. */
  to: string;
  /** Work (A11) is earned when it has been accepted, everything else month by month. */
  by: "month" | "acceptance";
}
