import { currentPortal } from "#app/portal.ts";
import { latestStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import { earlierBreaches, type EarlierBreach } from "#app/usecases/breaches/earlier-breaches.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { currentTerms } from "#app/usecases/terms/current-terms.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { readContract, readContracts, type ContractRow } from "#db/queries/contracts.ts";
import { readCustomer, readPersonNames } from "#db/queries/operations/people.ts";
import { readOrderForms } from "#db/queries/order-forms.ts";
import {
  readConsents,
  readQuote,
  readRegistrationOfOrder,
  type ConsentRow,
  type RegistrationRow,
} from "#db/queries/order-papers.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import type { ContractContext, SoldMenu } from "#machines/contract/context.ts";
import type { Charge } from "#machines/contract/fees.ts";
import { quoteValidUntil } from "#machines/terms/a12-fees.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { OrderValues } from "./order-form/check.ts";
import { declarationsOf } from "./order-form/declarations.ts";
import { rejectionChoices, type ReasonChoice } from "./rejection-choices.ts";

/** Everything that staff need to decide on an order. */
export interface OrderDossier {
  customerName: string;
  contract: ContractRow;
  menus: SoldMenu[];
  /** What was sent with the order. */
  form: OrderValues;
  registration: RegistrationRow;
  quote: Charge & {
    number: string;
    validUntil: string;
    /** How the last day of the quote was found (A12.1). */
    validDerivation: Derivation;
    submittedAt: string;
  };
  consents: { kind: string; at: string; person: string; ipAddress: string }[];
  /** The version consented to, and the one that binds today. */
  terms: { ordered: string; today: string };
  /** Why it was rejected; null where it was not. */
  rejection: ReasonChoice | null;
  reasons: ReasonChoice[];
  /** Recorded breaches of the same company (A5.4(7)), the newest first. */
  earlierBreaches: EarlierBreach[];
  otherContracts: { contractId: string; number: string; status: string }[];
  today: string;
  latestStart: string;
}

/** Consents in the order in which the form asks for them, the terms first. */
export function inOrder(consents: readonly ConsentRow[]): ConsentRow[] {
  const order: string[] = ["terms", ...declarationsOf(true)];
  return consents.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/**
 * An order with all that came with it, for staff (A5.1 to A5.5).
 *
 * @throws Problem `notFound` where there is no such order or it was not sent yet, `notAllowed` for
 *   other roles
 */
export async function readOrderDossier(
  principal: Principal,
  customerId: string,
  contractId: string,
): Promise<OrderDossier> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId, contractId);
  const today = tokyoDay(principal.receivedAt).toString();
  const { version } = await currentTerms(today);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const contract = await readContract(tx, customerId, contractId);
    const stored = await readMachineSnapshot(tx, customerId, {
      machineId: contractId,
      kind: "contract",
    });
    const customer = await readCustomer(tx, customerId);
    const [form] = await readOrderForms(tx, customerId, [contractId]);
    const quote = await readQuote(tx, customerId, contractId);
    const registration = await readRegistrationOfOrder(tx, customerId, contractId);
    if (!contract || !stored || !customer || !form || !quote || !registration) {
      throw new Problem("notFound", `no order ${contractId}`);
    }
    const consents = await readConsents(tx, customerId, contractId);
    const people = await readPersonNames(tx, [...new Set(consents.map(({ userId }) => userId))]);
    const all = await readContracts(tx, customerId);
    const { context } = presentState<ContractContext>(stored);
    const names = [customer.name, registration.companyName];
    const breaches = await earlierBreaches(tx, { customerId, names });
    const reasons = rejectionChoices(breaches.length);
    const { lines, taxes, subtotal, tax, total, number, validUntil, quotedAt } = quote;
    const quotedOn = dayOf(quote.quotedDay);
    const { derivation: validDerivation } = quoteValidUntil(quotedOn, policyOn(quotedOn));
    return {
      customerName: customer.name,
      contract,
      menus: context.basic ? [context.basic, ...context.options] : [],
      form: form.form["sent"] as OrderValues,
      registration,
      quote: {
        ...({ lines, taxes, subtotal, tax, total } as Charge),
        ...{ number, validUntil, validDerivation, submittedAt: quotedAt.toISOString() },
      },
      consents: inOrder(consents).map(({ kind, consentedAt, userId, ipAddress }) => ({
        ...{ kind, at: consentedAt.toISOString(), ipAddress },
        person: people[userId] ?? userId,
      })),
      terms: { ordered: context.termsVersion ?? "", today: version },
      rejection: reasons.find(({ reason }) => reason === context.rejectionReason) ?? null,
      reasons,
      earlierBreaches: breaches,
      otherContracts: all
        .filter((row) => row.contractId !== contractId && row.status !== "draft")
        .map((row) => ({
          contractId: row.contractId,
          number: row.number ?? "",
          status: row.status,
        })),
      today,
      latestStart: latestStartDay(today),
    };
  });
}
