import { base } from "./base.ts";
import type { DeviceContext } from "./context.ts";

export type DeviceTemplate =
  | "device-shipped"
  | "device-lost-in-transit"
  | "installation-reminder"
  | "relocation-received"
  | "relocation-approved"
  | "relocation-refused"
  | "fault-received"
  | "device-exchanged"
  | "loss-received"
  | "loss-decided"
  | "return-instructions"
  | "return-reminder"
  | "return-overdue"
  | "recovery-started"
  | "device-received";

/** What a mail about a loan says, as it was when the loan decided to write; words and addresses by their ids. */
export function deviceMailFacts(context: DeviceContext) {
  const { loanId, optionId, menuCode, serialNumber, sites, parcel, relocation } = context;
  const { lostOn, endDay, returnDue, returnParcel, backOn, loss } = context;
  return {
    device: { loanId, optionId, menuCode, serialNumber },
    siteId: sites.at(-1)?.siteId ?? null,
    ...{ parcel, relocation, loss, lostOn, endDay, returnDue, returnParcel, backOn },
  };
}

export type DeviceMailFacts = ReturnType<typeof deviceMailFacts> & {
  /** The note whose words the mail gives, or null. */
  noteId: string | null;
  finding: "customer" | "operator" | null;
};

/** A mail about this loan, to the customer. */
export const mail = (template: DeviceTemplate) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { contractId, loanId } = context;
    const facts: DeviceMailFacts = {
      ...deviceMailFacts(context),
      noteId: "noteId" in event ? event.noteId : null,
      finding: "finding" in event ? event.finding : null,
    };
    const to = { template, to: "customer", contractId, loanId };
    const params = { ...to, at: event.at, day: event.day, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });
