import { Problem } from "#app/usecases/problem.ts";
import type { RefundFault } from "#app/usecases/finance/refunds/propose-refund.ts";

type Fault = RefundFault | "conflict";

/** The field that a fault is about; null for what no field mends. */
export const faultFields: Record<Fault, "to" | "amount" | "reason" | null> = {
  toMissing: "to",
  noCredit: "to",
  amountMissing: "amount",
  amountTooMuch: "amount",
  notWhole: "amount",
  reasonMissing: "reason",
  reasonTooLong: "reason",
  conflict: null,
};

/** Runs a deed; says where it could not be done as things stand. */
export async function faultOf(deed: () => Promise<void>): Promise<"conflict" | null> {
  try {
    await deed();
    return null;
  } catch (error) {
    if (error instanceof Problem && error.code === "conflict") return "conflict";
    throw error;
  }
}
