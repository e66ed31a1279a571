/** What PostgreSQL calls the refusals that tests look for. */
export const refusals = {
  insufficientPrivilege: "42501",
  appendOnly: "23001",
  check: "23514",
} as const;

/**
 * The SQLSTATE with which `work` is refused, or "allowed" where it is not. Throws again what is no
 * error of the database.
 */
export async function sqlState(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "allowed";
  } catch (error) {
    for (let cause = error as { code?: unknown; cause?: unknown } | undefined; cause;) {
      if (typeof cause.code === "string" && /^[0-9A-Z]{5}$/.test(cause.code)) return cause.code;
      cause = cause.cause as typeof cause;
    }
    throw error;
  }
}
