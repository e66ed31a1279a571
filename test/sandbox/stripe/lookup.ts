import type { Sandbox } from "../sandbox.ts";
import { presentBalance } from "./balance-transactions.ts";
import { presentSession } from "./sessions.ts";

type Reader = (sandbox: Sandbox, id: string) => object | undefined;

/** By the prefix of its id, how an object is read. */
const READERS: Record<string, Reader> = {
  cus: ({ store }, id) => store.get("customers", id),
  cs: (sandbox, id) => {
    const session = sandbox.store.get("sessions", id);
    return session && presentSession(sandbox, session);
  },
  seti: ({ store }, id) => store.get("setupIntents", id),
  du: ({ store }, id) => store.get("disputes", id),
  pi: ({ store }, id) => store.get("paymentIntents", id),
  pm: ({ store }, id) => store.get("paymentMethods", id),
  ch: ({ store }, id) => store.get("charges", id),
  re: ({ store }, id) => store.get("refunds", id),
  po: ({ store }, id) => store.get("payouts", id),
  txn: (sandbox, id) => {
    const row = sandbox.store.get("balance", id);
    return row && presentBalance(sandbox, row);
  },
};

/** The object an id names, as the API shows it, or undefined. */
export function lookUp(sandbox: Sandbox, id: string): object | undefined {
  return READERS[id.split("_", 1)[0] ?? ""]?.(sandbox, id);
}
