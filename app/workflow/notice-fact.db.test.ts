import { afterAll, beforeAll, expect, test } from "vitest";
import { customerIds, moment } from "#test/helpers/commands.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { mustDo, orderAndAccept } from "#test/helpers/customer-life.ts";
import { tellNotice } from "./notice-fact.ts";
import { tagOf } from "./mails/stored-mail.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** A contract to which the operator gave notice on 2025-03-10, with the tags of the mail's two readers. */
async function noticed(n: number) {
  const ids = customerIds(n);
  await orderAndAccept(engine, ids);
  const notice = { type: "cancelByOperator", wish: null };
  await mustDo(engine.send(ids.contract, "operations", moment("2025-03-10"), notice));
  const [effect] = await engine.test.asSuperuser<{ seq: number; n: number }>(
    `select seq, n from effect where customer_id = $1 and params->>'template' = 'operator-cancellation'`,
    [ids.customerId],
  );
  if (!effect) throw new Error("no mail is to go out");
  const mail = { customerId: ids.customerId, machineId: ids.contractId, ...effect };
  return { ids, tags: [tagOf(mail, 0), tagOf(mail, 1)] as const };
}

const endOf = async (contractId: string) => {
  const [row] = await engine.test.asSuperuser<{ exit: string; end_day: string | null }>(
    `select exit, end_day::text from contract where contract_id = $1`,
    [contractId],
  );
  return row;
};

const tell = (tag: string, state: "sent" | "delivered" | "bounced", day: string) => {
  const at = moment(day, 23);
  engine.setClock(at);
  const { database, dispatch } = engine;
  return tellNotice({ database, dispatch }, tag, state, at);
};

test("the operator's notice counts from the first delivery to a reader, once (A17.1)", async () => {
  const { ids, tags } = await noticed(1);
  await tell(tags[0], "sent", "2025-03-10");
  expect(await endOf(ids.contractId)).toEqual({ exit: "none", end_day: null });
  await tell(tags[1], "bounced", "2025-03-11");
  expect(await endOf(ids.contractId)).toEqual({ exit: "none", end_day: null });
  await tell(tags[0], "delivered", "2025-03-12");
  await tell(tags[0], "delivered", "2025-03-12");
  await tell(tags[1], "delivered", "2025-03-20");
  expect(await endOf(ids.contractId)).toEqual({ exit: "pending", end_day: "2025-05-12" });
});

test("a notice that came back is none", async () => {
  const { ids, tags } = await noticed(2);
  await tell(tags[0], "bounced", "2025-03-11");
  expect(await endOf(ids.contractId)).toEqual({ exit: "none", end_day: null });
});

test("other mails and unknown tags tell nobody", async () => {
  const { ids, tags } = await noticed(3);
  await tell("newsletter", "delivered", "2025-03-12");
  await tell(tags[0].replace(/_\d+_\d+_/, "_1_0_"), "delivered", "2025-03-12");
  expect(await endOf(ids.contractId)).toEqual({ exit: "none", end_day: null });
});
