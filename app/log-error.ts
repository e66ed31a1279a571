/** What a log line tells of an error. Of its own fields only those that never hold a person's data. */
export interface LoggedError {
  type: string;
  message: string;
  /** A code of Node, of a provider, or PostgreSQL's SQLSTATE. */
  code?: string;
  constraint?: string;
  table?: string;
  stack?: string;
  cause?: LoggedError;
  errors?: LoggedError[];
}

const mostDepth = 5;
const dataException = /^22[0-9A-Z]{3}$/;

/** The message without what was typed: parameters of a statement, quoted values, addresses. */
export function withoutData(message: string, code?: string): string {
  const shown = message
    .replace(/\nparams:[\s\S]*$/, "")
    .replaceAll(/[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+/g, "[address]");
  return code !== undefined && dataException.test(code) ? shown.replaceAll(/".*"/gs, '"…"') : shown;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.length <= 100 ? value : undefined;

/** The places in the stack; its head repeats the message. */
function framesOf(stack: string | undefined): string | undefined {
  const frames = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return frames.length > 0 ? frames.join("\n") : undefined;
}

/**
 * An error as the log shows it. Database errors carry the values of the statement that failed, in
 * their fields and messages: none of them is kept.
 */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error" };
  const fields = error as Error & Record<string, unknown>;
  const code = textOf(fields["code"]);
  const nested = depth < mostDepth;
  const errors =
    nested && error instanceof AggregateError ? (error.errors as unknown[]) : undefined;
  const described: LoggedError = {
    type: error.name,
    message: withoutData(error.message, code),
    code,
    constraint: textOf(fields["constraint_name"] ?? fields["constraint"]),
    table: textOf(fields["table_name"] ?? fields["table"]),
    stack: framesOf(error.stack),
    cause: nested && error.cause !== undefined ? describeError(error.cause, depth + 1) : undefined,
    errors: errors?.slice(0, 10).map((one) => describeError(one, depth + 1)),
  };
  return described;
}
