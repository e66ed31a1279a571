import type { Outcome } from "#machines/engine/command.ts";
import { moment, type CustomerIds } from "./commands.ts";
import type { TestEngine } from "./engine.ts";
import { optionMenu, submit } from "./sample-events.ts";

/** Throws where a command was refused. */
export async function mustDo(outcome: Promise<Outcome>): Promise<void> {
  const done = await outcome;
  if (!done.ok) throw new Error(`Refused: ${JSON.stringify(done.refusal)}`);
}

/** A new customer orders on 2025-03-03 with an option and a piece of work, to start on 2025-04-01. */
export async function orderAndAccept(engine: TestEngine, ids: CustomerIds): Promise<void> {
  const { contract, customerId, n } = ids;
  const options = [
    optionMenu(ids.deviceId, "subscription", 240_000),
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
