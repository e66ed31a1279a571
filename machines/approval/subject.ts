import type { ZodType } from "zod";
import type { Tell } from "../engine/outgoing.ts";
import type { Clause } from "../terms/articles.ts";

/** By whom and when something was approved, for the machine that carries it out. */
export interface Decided {
  approvalId: string;
  /** The day of the decision, ISO. */
  day: string;
  reason: string;
}

/** One kind of decision that needs a second person: what must be known of it, and what comes of it. */
export interface ApprovalSubject<Params = never> {
  params: ZodType<Params>;
  /** Yen that it moves, tax included. */
  amountOf(params: Params): number;
  clauseOf(params: Params): Clause;
  /** The invoice that it is about; null for one that it brings to life. */
  invoiceOf(params: Params): string | null;
  /** What the machine is told that carries it out, `required`: if that refuses, nothing is decided. */
  carryOut(params: Params, decided: Decided): Tell;
}
