import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { Role } from "#machines/engine/actor.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { isLinked, namesOf, readAssignmentLinks, type NamedLinks } from "./assignment-links.ts";
import { readContractRecord, type ContractRecord } from "./contract-record.ts";
import { contractView, type ContractView } from "./contract-view.ts";
import { noticesOf } from "./notices.ts";
import { topState } from "./states.ts";

/** What the reader can do with the contract now. */
export interface ContractActions {
  continueOrder: boolean;
  withdrawOrder: boolean;
  confirmStart: boolean;
  cancel: boolean;
  /** Order further options, or cancel one by itself (A9). */
  changeOptions: boolean;
  /** Ask to take back a notice, or answer the operator's wish to take back its own (A17.1). */
  withdrawNotice: boolean;
  /** The open invoice that falls due first, where the reader may pay it. */
  payInvoice: string | null;
  readQuote: boolean;
}

/** The contract's page as one of its customer's people sees it. */
export interface ContractPage extends ContractView {
  actions: ContractActions;
  /** Whether the reader's roles open invoices and payments. */
  showsMoney: boolean;
  /** The other side's contract, before or after an assignment (A31.1), by its names only. */
  links: NamedLinks;
}

const readsMoney: readonly Role[] = ["owner", "billing", "viewer"];
const pays: readonly Role[] = ["owner", "billing"];
const money = ["invoice", "payment"];

const isOneOf = (roles: readonly Role[], allowed: readonly Role[]) =>
  roles.some((role) => allowed.includes(role));

/** Leaves out invoices, payments and what was told of them. */
function withoutMoney(record: ContractRecord): ContractRecord {
  const history = record.history.filter(
    ({ kind, event }) => !money.includes(kind) && !event.type.startsWith("invoice"),
  );
  return { ...record, invoices: [], history };
}

function actionsOf(
  principal: Principal,
  { snapshot, optionContexts, invoices, quote }: ContractRecord,
): ContractActions {
  const { value, context } = snapshot;
  const state = topState(value);
  const isOwner = principal.roles.includes("owner");
  const today = tokyoDay(principal.receivedAt);
  const open = invoices
    .filter(({ value: status }) => isOwedIn(topState(status)))
    .toSorted((one, other) => ((one.context.dueDay ?? "") < (other.context.dueDay ?? "") ? -1 : 1));
  const { pending } = noticesOf(context, optionContexts, principal.receivedAt);
  const mayPay = isOneOf(principal.roles, pays);
  const isProposed = typeof value === "object" && value["accepted"] === "startProposed";
  return {
    continueOrder: isOwner && state === "draft",
    withdrawOrder: isOwner && state === "submitted" && policyOn(today).orderWithdrawalAllowed,
    confirmStart: isOwner && isProposed,
    withdrawNotice: isOwner && pending.length > 0,
    changeOptions: isOwner && state === "active",
    cancel: isOwner && ["accepted", "preparing", "active"].includes(state),
    payInvoice: mayPay ? (open[0]?.context.invoiceId ?? null) : null,
    readQuote: quote !== null,
  };
}

/**
 * The page of one contract: facts, state, history and deadlines, and what the reader can do now.
 *
 * @throws Problem `notFound` for a contract of somebody else
 */
export async function readContractPage(
  principal: Principal,
  contractId: string,
): Promise<ContractPage> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const { database } = currentPortal();
  const record = await database.transaction({ role: "portal_app", customerId }, (tx) =>
    readContractRecord(tx, customerId, contractId),
  );
  if (!record) throw new Problem("notFound", `no contract ${contractId}`);
  const showsMoney = isOneOf(principal.roles, readsMoney);
  const visible = showsMoney ? record : withoutMoney(record);
  const { context } = record.snapshot;
  const links = isLinked(context)
    ? await database.transaction({ role: "portal_engine" }, (tx) =>
        readAssignmentLinks(tx, context),
      )
    : { predecessor: null, successor: null };
  return {
    ...contractView(visible, principal.receivedAt),
    actions: actionsOf(principal, visible),
    showsMoney,
    links: namesOf(links),
  };
}
