import { base } from "./base.ts";

const note = base.assign(({ context, event }) => {
  if (event.type !== "paymentDisputed") return {};
  const { disputeId, paymentId, amount, day: since } = event;
  return { chargebacks: [...context.chargebacks, { disputeId, paymentId, amount, since }] };
});

/** The dispute is over: whatever came of it, reminders count from here. */
export const forget = base.assign(({ context, event }) =>
  event.type === "disputeWon" || event.type === "disputeLost"
    ? {
        chargebacks: context.chargebacks.filter(({ disputeId }) => disputeId !== event.disputeId),
        disputeEndedOn: event.day,
      }
    : {},
);

/** What an invoice hears of disputes in every state. */
export const chargebacks = {
  paymentDisputed: { guard: "isNewChargeback", meta: { clause: "A12.2" }, actions: note },
  disputeWon: { guard: "isChargedBack", meta: { clause: "A12.2" }, actions: forget },
} as const;
