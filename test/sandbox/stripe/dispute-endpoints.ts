import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { closeDispute } from "./disputes.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { flag, hash, metadata, optional, text } from "./parameters.ts";

export const retrieveDispute = endpoint({}, ({ sandbox, id }) =>
  findDispute(sandbox, id("dispute")),
);

export const listDisputes = endpoint(
  {
    ...PAGING,
    charge: optional(text()),
    created: optional(moment),
    payment_intent: optional(text()),
  },
  ({ sandbox, path }, parameters) => {
    const disputes = sandbox.store
      .all("disputes")
      .filter(
        (dispute) =>
          (parameters.created?.(dispute.created) ?? true) &&
          (!parameters.charge || dispute.charge === parameters.charge) &&
          (!parameters.payment_intent || dispute.payment_intent === parameters.payment_intent),
      );
    return paginate(disputes, parameters, path, "dispute");
  },
);

const EVIDENCE = hash({
  customer_communication: optional(text()),
  product_description: optional(text()),
  service_date: optional(text()),
  service_documentation: optional(text()),
  uncategorized_file: optional(text()),
  uncategorized_text: optional(text(20_000)),
});

/** Test mode decides by the text of the evidence: `winning_evidence` wins, `losing_evidence` loses. */
export const updateDispute = endpoint(
  { evidence: optional(EVIDENCE), metadata: optional(metadata), submit: optional(flag) },
  (call, { evidence, submit = true, ...parameters }) => {
    const { sandbox, id } = call;
    const before = findDispute(sandbox, id("dispute"));
    if (evidence) refuseClosed(before);
    const handedIn = evidence !== undefined && submit;
    const answered = before.status.startsWith("warning") ? "warning_under_review" : "under_review";
    const dispute: Stripe.Dispute = {
      ...before,
      evidence: { ...before.evidence, ...evidence },
      evidence_details: {
        ...before.evidence_details,
        has_evidence: before.evidence_details.has_evidence || evidence !== undefined,
        submission_count: before.evidence_details.submission_count + (handedIn ? 1 : 0),
        submission_method: handedIn ? "manual" : before.evidence_details.submission_method,
      },
      metadata: { ...before.metadata, ...parameters.metadata },
      status: handedIn ? answered : before.status,
    };
    sandbox.store.put("disputes", dispute);
    emit(sandbox, call, "charge.dispute.updated", dispute, { metadata: before.metadata });
    if (handedIn && evidence.uncategorized_text === "winning_evidence") {
      return closeDispute(sandbox, dispute, "won");
    }
    if (handedIn && evidence.uncategorized_text === "losing_evidence") {
      return closeDispute(sandbox, dispute, "lost");
    }
    return dispute;
  },
);

/** Gives in: the dispute is lost, and an inquiry is just over. */
export const acceptDispute = endpoint({}, ({ sandbox, id }) => {
  const dispute = findDispute(sandbox, id("dispute"));
  refuseClosed(dispute);
  const inquiry = dispute.status.startsWith("warning");
  return closeDispute(sandbox, dispute, inquiry ? "warning_closed" : "lost");
});

/** The dispute; throws 404 where there is none. */
export function findDispute({ store }: Sandbox, id: string): Stripe.Dispute {
  const dispute = store.get("disputes", id);
  if (!dispute) throw noSuch("dispute", id, "dispute");
  return dispute;
}

function refuseClosed({ status }: Stripe.Dispute): void {
  if (status !== "won" && status !== "lost" && status !== "warning_closed") return;
  throw invalidRequest("This dispute is already closed");
}
