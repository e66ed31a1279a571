import type { Outcome } from "#machines/engine/command.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { machineOf, moment, type TestEngine } from "./engine.ts";
import { optionMenu, submit } from "./sample-events.ts";

/** The ids of customer `n` and of what it will have; the same for the same number. */
export function customerIds(n: number) {
  const customerId = `0199bbbb-0000-7000-8000-${String(n).padStart(12, "0")}`;
  const contractId = derivedId(customerId, "contract");
  return {
    n,
    customerId,
    contractId,
    deviceId: derivedId(customerId, "device"),
    workId: derivedId(customerId, "work"),
    contract: machineOf("contract", customerId, contractId),
    invoiceOf: (termStart: string) =>
      machineOf("invoice", customerId, derivedId(contractId, `invoice/annualFee/${termStart}`)),
    payment: (name: string) => machineOf("payment", customerId, derivedId(customerId, name)),
  };
}

export type CustomerIds = ReturnType<typeof customerIds>;

/** Throws where a command was refused. */
export async function mustDo(outcome: Promise<Outcome>): Promise<void> {
  const done = await outcome;
  if (!done.ok) throw new Error(`Refused: ${JSON.stringify(done.refusal)}`);
}

/** A new customer orders on 2025-03-03 with a device and a piece of work, to start on 2025-04-01. */
export async function orderAndAccept(engine: TestEngine, ids: CustomerIds): Promise<void> {
  const { contract, customerId, n } = ids;
  const options = [
    optionMenu(ids.deviceId, "device", 240_000),
    optionMenu(ids.workId, "work", 500_000),
  ];
  await engine.addCustomer(customerId, n);
  const day = (hour: number) => moment("2025-03-03", hour);
  await mustDo(engine.send(contract, "owner", day(10), { type: "openDraft" }));
  await mustDo(engine.send(contract, "owner", day(11), submit("2025-04-01", options)));
  await mustDo(engine.send(contract, "operations", day(12), { type: "verifyMaintenance" }));
  await mustDo(engine.send(contract, "operations", day(13), { type: "accept" }));
  const setStart = { type: "setStart", startDay: "2025-04-01" };
  await mustDo(engine.send(contract, "operations", day(14), setStart));
}

/** Pays an invoice in full by card on a day. */
export async function payInvoice(
  engine: TestEngine,
  ids: CustomerIds,
  invoice: ReturnType<CustomerIds["invoiceOf"]>,
  day: string,
  amount: number,
): Promise<void> {
  const payment = ids.payment(`payment of ${invoice.machineId}`);
  const start = { type: "startPayment", paymentId: payment.machineId };
  await mustDo(engine.send(invoice, "billing", moment(day, 10), start));
  const opened = { type: "sessionOpened", sessionId: "cs_1", expiresAt: moment(day, 11) };
  await mustDo(engine.send(payment, "portal", moment(day, 10), opened));
  const result = { intentId: "pi_1", chargeId: "ch_1", amount, valueDay: day };
  await mustDo(engine.send(payment, "stripe", moment(day, 10), { type: "settle", ...result }));
}
