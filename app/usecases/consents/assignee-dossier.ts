import { earlierBreaches, type EarlierBreach } from "#app/usecases/breaches/earlier-breaches.ts";
import { inOrder } from "#app/usecases/orders/order-dossier.ts";
import type { Maintenance } from "#app/usecases/orders/order-form/maintenance.ts";
import { rejectionChoices, type ReasonChoice } from "#app/usecases/orders/rejection-choices.ts";
import { presentState } from "#app/usecases/present-state.ts";
import type { Handle } from "#db/client.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { readContracts } from "#db/queries/contracts.ts";
import { readCustomer, readPersonNames } from "#db/queries/operations/people.ts";
import { readOrderForms } from "#db/queries/order-forms.ts";
import { readConsents, readRegistration, type RegistrationRow } from "#db/queries/order-papers.ts";
import { successorOf } from "#machines/consent-request/successor.ts";
import type { ContractContext } from "#machines/contract/context.ts";

/** A contract that the operator ended for cause (A16, A32). */
export interface EndedForCause {
  contractId: string;
  number: string;
  endDay: string;
}

/** What staff check of an assignee before they consent (A5.1 to A5.4, A32). */
export interface AssigneeDossier {
  customerId: string;
  number: number;
  name: string;
  registration: Omit<RegistrationRow, "registeredAt"> | null;
  /** The maintenance contract that it named (A5.2); null before it has answered. */
  maintenance: Maintenance | null;
  /** What it consented to and declared, by whom, when and from where (A5.1, A32.1). */
  consents: { kind: string; version: string; at: string; person: string; ipAddress: string }[];
  earlierBreaches: EarlierBreach[];
  endedForCause: EndedForCause[];
  reasons: ReasonChoice[];
}

/** Where an assignee stands: its customer and its own side of the assignment. */
export interface AssigneeSide {
  customerId: string;
  requestId: string;
}

async function endedForCause(tx: Handle, customerId: string): Promise<EndedForCause[]> {
  const rows = await readContracts(tx, customerId);
  const ended: EndedForCause[] = [];
  for (const { contractId, number, endCause, endDay } of rows) {
    if (endCause !== "terminated") continue;
    const stored = await readMachineSnapshot(tx, customerId, {
      machineId: contractId,
      kind: "contract",
    });
    const end = stored && presentState<ContractContext>(stored).context.ended;
    // A customer that ended it because of the operator has done nothing wrong.
    if (end?.by !== "operator") continue;
    ended.push({ contractId, number: number ?? "", endDay: endDay ?? "" });
  }
  return ended;
}

/** The maintenance contract that an assignee named with its agreement, or null. */
export async function readNamedMaintenance(
  tx: Handle,
  { customerId, requestId }: AssigneeSide,
): Promise<Maintenance | null> {
  const [papers] = await readOrderForms(tx, customerId, [successorOf(requestId)]);
  const sent = papers?.form["sent"] as { maintenance?: Maintenance } | undefined;
  return sent?.maintenance ?? null;
}

/** Reads all that staff check of an assignee; null where the customer is not there. For the staff's reading role. */
export async function readAssigneeDossier(
  tx: Handle,
  side: AssigneeSide,
): Promise<AssigneeDossier | null> {
  const { customerId, requestId } = side;
  const customer = await readCustomer(tx, customerId);
  if (!customer) return null;
  const registered = await readRegistration(tx, customerId);
  const consents = inOrder(await readConsents(tx, customerId, successorOf(requestId)));
  const people = await readPersonNames(tx, [...new Set(consents.map(({ userId }) => userId))]);
  const names = [customer.name, ...(registered ? [registered.companyName] : [])];
  const breaches = await earlierBreaches(tx, { customerId, names });
  const ended = await endedForCause(tx, customerId);
  const { registeredAt: _, ...registration } = registered ?? { registeredAt: null };
  return {
    ...{ customerId, ...customer },
    registration: registered ? (registration as Omit<RegistrationRow, "registeredAt">) : null,
    maintenance: await readNamedMaintenance(tx, side),
    consents: consents.map(({ kind, termsVersion: version, consentedAt, userId, ipAddress }) => ({
      ...{ kind, version, at: consentedAt.toISOString(), ipAddress },
      person: people[userId] ?? userId,
    })),
    ...{ earlierBreaches: breaches, endedForCause: ended },
    reasons: rejectionChoices(breaches.length + ended.length),
  };
}
