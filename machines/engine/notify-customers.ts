import type { EffectRequest, Stamp } from "./outgoing.ts";

/** A menu with its names as they were when it was written down. */
export interface NamedMenu {
  code: string;
  nameJa: string;
  nameEn: string;
}

/** A contract of some customer, by its ids. */
export interface ContractRef {
  customerId: string;
  contractId: string;
}

/** Whom something concerns: every contract with one of the menus, or contracts by name. */
export type Scope =
  | { kind: "menus"; menus: NamedMenu[] }
  | { kind: "contracts"; contracts: ContractRef[] };

/** What the effect that writes to customers is stored with. */
export interface NotifyParams {
  template: string;
  noticeId: string;
  scopes: Scope[];
  /** Instant and Tokyo day of the decision to write. */
  at: string;
  day: string;
  facts: Record<string, unknown>;
  /** Set to leave out customers who have had this mail about this machine. */
  onlyNew?: boolean;
  /** Set to leave out contracts that are touched as a whole: they write to their customers themselves. */
  onlyOptions?: boolean;
}

/** Whom a notice leaves out. */
export type NoticeLimits = Pick<NotifyParams, "onlyNew" | "onlyOptions">;

/**
 * Writes to every customer whom one of the scopes touches when the effect is done: one mail to each,
 * which names all of its contracts concerned.
 *
 * @param facts what the mail says, as it holds at the decision
 * @param limits whom it leaves out; nobody where left out
 */
export function notifyCustomers(
  template: string,
  { machineId, at, day }: Stamp,
  scopes: readonly Scope[],
  facts: Record<string, unknown>,
  limits: NoticeLimits = {},
): EffectRequest {
  const params: NotifyParams = {
    ...{ template, noticeId: machineId, scopes: [...scopes] },
    ...{ at, day, facts, ...limits },
  };
  return { kind: "notifyCustomers", params: { ...params } };
}
