import { z } from "zod";
import { contractEvents, contractSenders, type ContractEvent } from "../contract/events.ts";
import { isoDay, plainText, yenAmount } from "../engine/fields.ts";
import { derivedId } from "../engine/hash.ts";
import { declineCard, payByCard } from "./card.ts";
import type { Scene, Step } from "./step.ts";

/** A command of a scenario: its members beside `at` and `do`, and what it does, step by step. */
interface ScenarioCommand {
  fields: z.ZodRawShape;
  stepsOf(members: unknown, scene: Scene): Step[];
}

function command<Fields extends z.ZodRawShape>(
  fields: Fields,
  stepsOf: (members: z.output<z.ZodObject<Fields>>, scene: Scene) => Step[],
): ScenarioCommand {
  const schema = z.object(fields);
  return { fields, stepsOf: (members, scene) => stepsOf(schema.parse(members), scene) };
}

/** The machine of the contract that a scenario calls by a name. */
export const contractIdOf = (customerId: string, name: string) =>
  derivedId(customerId, `contract/${name}`);

/** The machine of a contract's option, by its place in the order (from 1). */
export const optionIdOf = (contractId: string, place: number) =>
  derivedId(contractId, `option/${place}`);

const contract = plainText.min(1).default("main");

/** An event that a contract takes, with the event's own members, from the first who may send it. */
function contractEvent(type: ContractEvent["type"]): ScenarioCommand {
  const schema = contractEvents.options.find(({ shape }) => shape.type.value === type);
  const sender = contractSenders[type].find((one) => one !== "machine" && one !== "timer");
  if (!schema || !sender) throw new Error(`Nobody sends ${type} to a contract.`);
  const { type: _type, ...members }: z.ZodRawShape = schema.shape;
  const fields = { contract, ...members };
  return command(fields, ({ contract: name, ...rest }, { customerId }) => {
    const machineId = contractIdOf(customerId, String(name));
    return [{ sender, kind: "contract", machineId, event: { type, ...rest } }];
  });
}

/** So many yen that all menus of an order stay within an invoice. */
const mostPrice = 999_999_999;

const menu = z.strictObject({
  code: plainText.min(1),
  nameJa: plainText.optional(),
  nameEn: plainText.optional(),
  annualPrice: z.int().min(0).max(mostPrice),
});
const menus = z.strictObject({
  basic: menu,
  options: z
    .array(menu.extend({ kind: z.enum(["subscription", "device", "work"]) }))
    .max(50)
    .default([]),
});

function sold<Kind extends string>(
  { code, nameJa, nameEn, annualPrice }: z.output<typeof menu>,
  kind: Kind,
) {
  return { menuCode: code, kind, nameJa: nameJa ?? code, nameEn: nameEn ?? code, annualPrice };
}

const order = command(
  { contract, menus, wishedStart: isoDay, termsVersion: plainText.default("1") },
  ({ contract: name, menus: ordered, wishedStart, termsVersion }, { customerId }) => {
    const machineId = contractIdOf(customerId, name);
    const to = { sender: "owner", kind: "contract", machineId } as const;
    const options = ordered.options.map((option, n) => {
      return { ...sold(option, option.kind), optionId: optionIdOf(machineId, n + 1) };
    });
    const basic = sold(ordered.basic, "basic");
    const quoteId = derivedId(machineId, "quote");
    const event = { type: "submit", basic, options, quoteId, termsVersion, wishedStart };
    return [
      { ...to, event: { type: "openDraft" } },
      { ...to, event },
    ];
  },
);

const invoice = plainText.optional();

/** Every command that a scenario knows, by the word after `do`. One entry is all that a new one needs. */
export const scenarioCommands: Readonly<Record<string, ScenarioCommand>> = {
  order,
  withdraw: contractEvent("withdraw"),
  verifyMaintenance: contractEvent("verifyMaintenance"),
  accept: contractEvent("accept"),
  reject: contractEvent("reject"),
  setStart: contractEvent("setStart"),
  confirmStart: contractEvent("confirmStart"),
  declineStart: contractEvent("declineStart"),
  cancel: contractEvent("cancel"),
  suspend: contractEvent("suspend"),
  lift: contractEvent("lift"),
  devicesSettled: contractEvent("devicesSettled"),
  dataErased: contractEvent("dataErased"),
  materialsSettled: contractEvent("materialsSettled"),
  pay: command({ invoice, amount: yenAmount.optional() }, payByCard),
  declineCard: command({ invoice, code: plainText.min(1) }, declineCard),
};
