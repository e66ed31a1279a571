import type { Outcome } from "#machines/engine/command.ts";

/**
 * Everything that can go wrong on the way to an answer, in six words; thrown deep, translated once
 * at the edge.
 */
export type ProblemCode =
  | "notFound"
  | "notAllowed"
  | "invalid"
  | "conflict"
  | "tooLate"
  | "unavailable";

const statuses: Record<ProblemCode, number> = {
  notFound: 404,
  notAllowed: 403,
  invalid: 422,
  conflict: 409,
  tooLate: 503,
  unavailable: 503,
};

/** A use-case that could not do what was asked; `detail` is for the log, never for the page. */
export class Problem extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.name = "Problem";
    this.code = code;
  }
  /** The HTTP status that says the same. */
  get status(): number {
    return statuses[this.code];
  }
}

/** The result of an accepted command. Throws the Problem that says why it was refused. */
export function accepted(outcome: Outcome): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome;
  const { code, detail } = outcome.refusal;
  throw new Problem(code === "notNow" ? "conflict" : code, detail);
}

/** Turns a Problem into the response that the nearest error page shows; other errors go on. */
export function asResponse(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  return new Response(null, { status: error.status, statusText: error.code });
}
