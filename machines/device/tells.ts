import { operatorCustomerId } from "../engine/operator.ts";
import { base } from "./base.ts";
import type { DeviceContext } from "./context.ts";

/** The contract keeps count of loans that are not settled (A8.1). */
const tellContract = (type: "loanOpened" | "loanSettled") =>
  base.enqueueActions(({ context: { contractId: machineId, loanId }, enqueue }) => {
    enqueue({ type: "tell", params: { kind: "contract", machineId, event: { type, loanId } } });
  });
export const tellOpened = tellContract("loanOpened");

/** A loan is settled once nothing of it is out and nothing is left to charge. */
export const tellSettled = base.enqueueActions(({ context, enqueue }) => {
  const { charges, contractId: machineId, loanId } = context;
  if (charges.length > 0) return;
  const event = { type: "loanSettled", loanId };
  enqueue({ type: "tell", params: { kind: "contract", machineId, event } });
});

/** That device's part of the contract ends of itself (A7.6). */
export const tellLost = base.enqueueActions(({ context, enqueue }) => {
  const { optionId: machineId, lostOn } = context;
  const event = { type: "deviceLost", lostOn };
  enqueue({ type: "tell", params: { kind: "option", machineId, event } });
});

type StockEvent =
  | { type: "release" | "leave" | "lose" | "find"; loanId: string }
  | { type: "comeBack"; loanId: string; isFaulty: boolean }
  | { type: "passOn"; loanId: string; customerId: string };

/** Word to the operator's stock, which is another customer's: after the commit. */
const toStock = (machineId: string, event: StockEvent) => ({
  type: "effect" as const,
  params: {
    kind: "command" as const,
    params: { customerId: operatorCustomerId, machineId, kind: "stockDevice", event },
  },
});

/** What happened to the device goes to the stock, where one was allocated. */
const tellStock = (say: (context: DeviceContext, event: { type: string }) => StockEvent) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    if (context.stockDeviceId) enqueue(toStock(context.stockDeviceId, say(context, event)));
  });

export const releaseDevice = tellStock(({ loanId }) => ({ type: "release", loanId }));
export const sendOut = tellStock(({ loanId }) => ({ type: "leave", loanId }));
export const giveUp = tellStock(({ loanId }) => ({ type: "lose", loanId }));
/** The stock hears under whose name the device is from now on (A31.1). */
export const passOn = base.enqueueActions(
  ({ context: { loanId, stockDeviceId }, event, enqueue }) => {
    if (event.type !== "takeOver" || !stockDeviceId) return;
    const { customerId } = event.loan;
    enqueue(toStock(stockDeviceId, { type: "passOn", loanId, customerId }));
  },
);
export const findAgain = tellStock(({ loanId }) => ({ type: "find", loanId }));
export const bringBack = tellStock(({ loanId }, event) => ({
  ...{ type: "comeBack", loanId },
  isFaulty: event.type === "takeIn" || ("isDamaged" in event && event.isDamaged === true),
}));

/** A device that was reserved for a loan that needs none (any more) is free again. */
export const refuseDevice = base.enqueueActions(({ context: { loanId }, event, enqueue }) => {
  if (event.type !== "allocate") return;
  enqueue(toStock(event.stockDeviceId, { type: "release", loanId }));
});
