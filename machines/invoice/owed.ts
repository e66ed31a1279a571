/** The states in which an invoice still asks for money. */
export type OwedState = "issued" | "partlyPaid" | "overdue";

const owedStates: readonly string[] = [
  "issued",
  "partlyPaid",
  "overdue",
] satisfies readonly OwedState[];

/** Whether an invoice in a state still asks for money. */
export function isOwedIn(state: string): state is OwedState {
  return owedStates.includes(state);
}

/** Yen still owed, of an invoice's list columns. */
export const owedOf = ({
  total,
  credited,
  paid,
}: {
  total: number;
  credited: number;
  paid: number;
}): number => Math.max(0, total - credited - paid);
