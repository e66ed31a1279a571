import type { PGlite, PGliteInterface } from "@electric-sql/pglite";

type Acting = Pick<PGliteInterface, "query" | "exec" | "transaction">;

/**
 * A view of the embedded database whose every statement runs under a role. PGlite's own user is a
 * superuser, before whom row-level security does not exist.
 */
export function actingAs(client: PGlite, role: "portal_auth" | "portal_engine"): Acting {
  const setRole = `set local role ${role}`;
  return {
    query: (text, params, options) =>
      client.transaction(async (tx) => {
        await tx.exec(setRole);
        return tx.query(text, params, options);
      }) as never,
    // pg-boss wraps its own BEGIN … COMMIT around several statements at once. Where one fails the role
    // may stay set on the session; that is harmless, since every other door sets its own.
    exec: (text, options) =>
      client.exec(`set role ${role};\n${text};\nreset role`, options) as never,
    transaction: ((work: (tx: unknown) => Promise<unknown>) =>
      client.transaction(async (tx) => {
        await tx.exec(setRole);
        return work(tx);
      })) as never,
  };
}
