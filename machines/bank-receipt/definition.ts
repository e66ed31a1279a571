import type { Definition } from "../engine/definition.ts";
import { bankReceiptEvents, bankReceiptSenders } from "./events.ts";
import { bankReceiptMachine, type BankReceiptContext } from "./machine.ts";

/** The matched receipt for the engine. */
export const bankReceiptDefinition: Definition<BankReceiptContext> = {
  kind: "bankReceipt",
  version: 1,
  migrations: {},
  machine: bankReceiptMachine,
  events: bankReceiptEvents,
  senders: bankReceiptSenders,
  draws: {},
  deadlines: () => [],
  view: ({ value, context }) => ({
    receiptId: context.receiptId,
    status: String(value),
    amount: context.amount,
    valueDay: context.valueDay,
    allocations: context.allocations,
    credit: context.credit,
  }),
};
