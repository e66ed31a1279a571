import type { ContractContext } from "../contract/context.ts";
import type { DeviceContext } from "../device/context.ts";
import { handedOverLoan } from "../device/handed-over.ts";
import type { PendingEnd } from "../contract/ends.ts";
import type { HandedOver } from "../contract/take-over-event.ts";
import type { OptionContext } from "../option/context.ts";
import { successorOf, successorOption } from "./successor.ts";

/** To whom and after which day a contract passes. */
interface Passing {
  /** The assignee's request, from which the ids of contract and options under it come. */
  takeOverId: string;
  /** The assignee. */
  customerId: string;
  /** The assignor's last day. */
  lastDay: string;
  /** The day on which staff checked the assignee's maintenance contract (A5.2). */
  maintenanceVerifiedOn: string;
}

/** Ends that bind the assignee, too: all that were to come after the assignment. */
const stillPending = (ends: readonly PendingEnd[], lastDay: string) =>
  ends.filter(({ cause, endDay }) => cause !== "assigned" && endDay > lastDay);

/**
 * What passes to the assignee (譲受人): the contract and those of its options that outlive the assignor's last
 * day, as they stood then (A31.1). Null for what never was a contract with a start.
 */
export function handedOver(
  contract: ContractContext,
  machines: {
    options: ReadonlyMap<string, OptionContext>;
    /** Loans of devices by their options. */
    loans: ReadonlyMap<string, DeviceContext>;
  },
  { takeOverId, customerId, lastDay, maintenanceVerifiedOn }: Passing,
): HandedOver | null {
  const { contractId, basic, start, charged } = contract;
  if (!basic || !start) return null;
  const options = contract.options.flatMap((sold) => {
    const option = machines.options.get(sold.optionId);
    if (!option || (sold.endDay && sold.endDay <= lastDay)) return [];
    const { ends, notices, startDay, restrictions } = option;
    const loan = machines.loans.get(sold.optionId);
    return {
      ...sold,
      kind: sold.kind as OptionContext["kind"],
      optionId: successorOption(takeOverId, sold.optionId),
      ...{ addedOn: sold.addedOn ?? null, endDay: sold.endDay ?? null },
      ...{ chargedUntil: sold.chargedUntil ?? null, startDay, notices, restrictions },
      ends: stillPending(ends, lastDay),
      loan: loan ? handedOverLoan(loan, customerId) : null,
    };
  });
  const idOf = (itemId: string) =>
    itemId === contractId ? successorOf(takeOverId) : successorOption(takeOverId, itemId);
  return {
    ...{ predecessorId: contractId, basic: { ...basic, kind: "basic" }, options, start },
    ...{ quoteId: null, termsVersion: contract.termsVersion ?? "", maintenanceVerifiedOn },
    ...{ announcedTerms: contract.announcedTerms, term: contract.term },
    charged: charged.map((period) => ({ ...period, itemId: idOf(period.itemId) })),
    ...{ reminded: contract.reminded, notices: contract.notices },
    ends: stillPending(contract.ends, lastDay),
    restrictions: contract.restrictions,
  };
}
