import { base } from "./base.ts";
import { isSameCause } from "./standing-conditions.ts";

export const noteSuspension = base.assign({
  suspensions: ({ context, event }) =>
    event.type === "suspend" ? [...context.suspensions, event.cause] : context.suspensions,
});

export const noteLifting = base.assign({
  suspensions: ({ context, event }) =>
    context.suspensions.filter(
      (cause) => event.type !== "lift" || !isSameCause(cause, event.cause),
    ),
});

export const noteRestriction = base.assign({
  restrictions: ({ context, event }) =>
    event.type === "restrict"
      ? [...context.restrictions, { restrictionId: event.restrictionId, clause: event.clause }]
      : context.restrictions,
});

export const dropRestriction = base.assign({
  restrictions: ({ context, event }) =>
    context.restrictions.filter(
      ({ restrictionId }) => event.type !== "unrestrict" || restrictionId !== event.restrictionId,
    ),
});

export const noteDemand = base.assign({
  demands: ({ context, event }) =>
    event.type === "demand"
      ? [...context.demands, { caseId: event.caseId, until: event.until }]
      : context.demands,
});

export const dropDemand = base.assign({
  demands: ({ context, event }) =>
    context.demands.filter(({ caseId }) => event.type !== "cure" || caseId !== event.caseId),
});

/** Every debt falls due at once (期限の利益の喪失); a due day never moves later (A16.2). */
export const accelerateInvoices = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "accelerate") return;
  const { dueDay, clause } = event;
  for (const machineId of context.openInvoices) {
    const accelerate = { type: "accelerate", dueDay, clause };
    enqueue({ type: "tell", params: { kind: "invoice", machineId, event: accelerate } });
  }
});

export const noteAnnouncement = base.assign({
  announcedTerms: ({ context, event }) =>
    event.type === "announceTerms"
      ? [...context.announcedTerms, { versionId: event.versionId, from: event.effectiveDay }]
      : context.announcedTerms,
});

export const dropAnnouncement = base.assign({
  announcedTerms: ({ context, event }) =>
    context.announcedTerms.filter(
      ({ versionId }) => event.type !== "withdrawTerms" || versionId !== event.versionId,
    ),
});

/** From its day on the version binds (A3.1); earlier ones stay known. */
export const noteBinding = base.assign(({ context, event }) => {
  if (event.type !== "bindTerms") return {};
  const { versionId, day } = event;
  return {
    announcedTerms: context.announcedTerms.filter((one) => one.versionId !== versionId),
    boundTerms: [...context.boundTerms, { versionId, from: day }],
  };
});

/** Terms that changed before the acceptance bind by consent only (A5.1). */
export const askConsent = base.assign(({ event }) =>
  event.type === "bindTerms" ? { awaitedConsent: event.versionId } : {},
);

export const noteConsent = base.assign(({ event }) =>
  event.type === "consentToTerms" ? { termsVersion: event.versionId, awaitedConsent: null } : {},
);
