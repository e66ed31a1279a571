import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { mustDo, orderAndAccept } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { faultsOf } from "#test/helpers/stored.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

test("given two payments of an invoice that expire one after the other, both close", async () => {
  const ids = customerIds(1);
  await orderAndAccept(engine, ids);
  await engine.sweepAt(moment("2025-04-01"));
  const invoice = ids.invoiceOf("2025-04-01");
  for (const name of ["first", "second"]) {
    const payment = ids.payment(name);
    const start = { type: "startPayment", paymentId: payment.machineId };
    const at = moment("2025-04-02");
    await mustDo(engine.send(invoice, "billing", at, start));
    const opened = { type: "sessionOpened", sessionId: `cs_${name}`, expiresAt: at };
    await mustDo(engine.send(payment, "portal", at, opened));
    // Each payment has one expiry, so its command has the same id on each of them.
    const expire = { ...payment, commandId: "expire", actor: actorOf("stripe") };
    await mustDo(engine.dispatch({ ...expire, receivedAt: at, event: { type: "expire" } }));
  }
  expect(await faultsOf(engine.test)).toEqual([]);
});
