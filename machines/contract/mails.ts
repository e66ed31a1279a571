import { tokyoDayText } from "../calendar.ts";
import { base } from "./base.ts";
import { contractMailFacts } from "./mail-facts.ts";

type MailTemplate =
  | "order-received"
  | "order-withdrawn"
  | "order-accepted"
  | "order-rejected"
  | "start-date-proposed"
  | "start-date-fixed"
  | "service-started"
  | "renewal-reminder"
  | "renewed"
  | "cancellation-received"
  | "operator-cancellation"
  | "withdrawal-asked"
  | "withdrawal-refused"
  | "notice-withdrawn"
  | "end-announced"
  | "end-lapsed"
  | "service-suspended"
  | "suspension-lifted"
  | "service-restricted"
  | "restriction-lifted"
  | "option-added"
  | "terms-change"
  | "terms-change-withdrawn"
  | "terms-consent-needed"
  | "contract-ended"
  | "contract-terminated"
  | "contract-assigned"
  | "export-reminder"
  | "data-erased"
  | "final-settlement";

/** A mail about this contract; the runner finds the recipients by the ids. */
export const mail = (template: MailTemplate) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { contractId } = context;
    const to = event.type === "remindRenewal" ? event.to : "customer";
    const facts = contractMailFacts(context, event);
    // What closes the contract is an event of the chart's own, without a stamp.
    const at = (event as { at?: string }).at ?? context.settledAt ?? "";
    const params = { template, to, contractId, at, day: tokyoDayText(at), facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });
