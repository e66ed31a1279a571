import { presentState } from "#app/usecases/present-state.ts";
import type { Handle } from "#db/client.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import type { ContractRow } from "#db/queries/contracts.ts";
import type { ContractContext } from "#machines/contract/context.ts";

/** Announced terms, or a consent that an order needs, on the customer's first page; days are ISO. */
export type TermsAttention = { contractId: string; number: string; day: string } & (
  | { kind: "termsChange"; version: string }
  | { kind: "termsConsent" }
);

const concerned = ["submitted", "accepted", "preparing", "active"];

/** What the terms of a customer's contracts ask of it (A3.2, A5.1), as its own session may read it. */
export async function termsAttention(
  tx: Handle,
  customerId: string,
  rows: readonly ContractRow[],
  today: string,
): Promise<TermsAttention[]> {
  const found: TermsAttention[] = [];
  for (const { contractId, number: text, status } of rows) {
    const stored = concerned.includes(status)
      ? await readMachineSnapshot(tx, customerId, { machineId: contractId, kind: "contract" })
      : null;
    if (!stored) continue;
    const { announcedTerms, awaitedConsent } = presentState<ContractContext>(stored).context;
    const number = text ?? "";
    if (awaitedConsent !== null) {
      found.push({ kind: "termsConsent", contractId, number, day: today });
    }
    for (const { versionId: version, from } of announcedTerms) {
      if (from > today) found.push({ kind: "termsChange", contractId, number, day: from, version });
    }
  }
  return found;
}
