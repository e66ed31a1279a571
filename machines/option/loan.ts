import { loanIdOf } from "../device/loan-id.ts";
import type { MachineEvent } from "../engine/outgoing.ts";
import { base } from "./base.ts";
import type { OptionContext } from "./context.ts";

/** A word to the loan of an option's device; one that has nothing to do passes it over. */
const toLoan = ({ optionId }: OptionContext, event: MachineEvent) =>
  ({
    type: "tell",
    params: { kind: "device", machineId: loanIdOf(optionId), event },
  }) as const;

const namesOf = ({ optionId, contractId, menuCode }: OptionContext) => {
  return { optionId, contractId, menuCode };
};

/** Accepting an option of the kind `device` opens the loan of one (A7.1). */
export const openLoan = base.enqueueActions(({ context, enqueue }) => {
  if (context.kind !== "device") return;
  const { params } = toLoan(context, { type: "open", ...namesOf(context) });
  enqueue({ type: "tell", params: { ...params, required: true } });
});

export const startLoan = base.enqueueActions(({ context, enqueue }) => {
  if (context.kind === "device") enqueue(toLoan(context, { type: "serviceStarted" }));
});

/** With the option ends what its device was lent for (A8.1). */
export const endLoan = base.enqueueActions(({ context, enqueue }) => {
  const { kind, ended } = context;
  if (kind !== "device" || !ended) return;
  const { day: endDay, clause, cause } = ended;
  const isAssigned = cause === "assigned";
  enqueue(toLoan(context, { type: "endLoan", endDay, clause, isAssigned }));
});

/** The device goes on under the assignee (A31.1); where none had been found yet, one is waited for anew. */
export const takeLoanOver = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "takeOver" || context.kind !== "device") return;
  const { loan } = event;
  const names = namesOf(context);
  const opening = loan ? { type: "takeOver", ...names, loan } : { type: "open", ...names };
  enqueue({ type: "tell", params: { ...toLoan(context, opening).params, required: true } });
  if (!loan && event.startDay !== null) enqueue(toLoan(context, { type: "serviceStarted" }));
});

/** The device's part of the contract ends of itself, on the day of the loss (A7.6). */
export const recordLoss = base.assign(({ event }) => {
  if (event.type !== "deviceLost") return {};
  const { lostOn: day } = event;
  const end = { cause: "lost", by: "customer", clause: "A7.6", ref: null, refund: "none" } as const;
  return { ended: { day, ...end }, endDay: day };
});
