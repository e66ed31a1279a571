type Results<Statements extends readonly Promise<unknown>[]> = {
  -readonly [Place in keyof Statements]: Awaited<Statements[Place]>;
};

/**
 * The results of statements that were sent one behind the other on one connection, in one round trip.
 *
 * Waits for all of them even where one fails, so that none is still under way when the transaction is
 * rolled back. Throws what the first failing one said: those behind it were refused only because the
 * transaction was broken by then.
 */
export async function pipelined<const Statements extends readonly Promise<unknown>[]>(
  statements: Statements,
): Promise<Results<Statements>> {
  const settled = await Promise.allSettled(statements);
  return settled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  }) as Results<Statements>;
}
