import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { plainText } from "../engine/fields.ts";
import { derivedId } from "../engine/hash.ts";
import type { MachineEvent } from "../engine/outgoing.ts";
import type { Scene, Step } from "./step.ts";

/** A command of a scenario: its members beside `at` and `do`, and what it does, step by step. */
export interface ScenarioCommand {
  fields: z.ZodRawShape;
  stepsOf(members: unknown, scene: Scene): Step[];
}

/** A command with the format of its members and what it does. */
export function command<Fields extends z.ZodRawShape>(
  fields: Fields,
  stepsOf: (members: z.output<z.ZodObject<Fields>>, scene: Scene) => Step[],
): ScenarioCommand {
  const schema = z.object(fields);
  return { fields, stepsOf: (members, scene) => stepsOf(schema.parse(members), scene) };
}

/** The machine of the contract that a scenario calls by a name. */
export const contractIdOf = (customerId: string, name: string) =>
  derivedId(customerId, `contract/${name}`);

/** The machine of a contract's option, by its place in the orders (from 1). */
export const optionIdOf = (contractId: string, place: number) =>
  derivedId(contractId, `option/${place}`);

/** The name of a contract in a command; `main` where it is left out. */
export const contract = plainText.min(1).default("main");

/** A name for what has no machine in a scenario, such as a breach case; the same name is the same thing. */
export const name = plainText.min(1);

/** What a name of a kind of thing stands for. */
export const idOf = ({ customerId }: Scene, kind: string, called: string) =>
  derivedId(customerId, `${kind}/${called}`);

/** The first of those who may send an event and are people or providers. Throws where there is none. */
export function senderFrom(senders: readonly Sender[], type: string): Step["sender"] {
  const sender = senders.find((one) => one !== "machine" && one !== "timer");
  if (!sender) throw new Error(`Nobody sends ${type}.`);
  return sender as Step["sender"];
}

/** One step that sends an event to a contract, or to one of its options where a place is given. */
export function stepTo(
  { customerId }: Scene,
  to: { contract: string; option?: number | undefined },
  sender: Step["sender"],
  event: MachineEvent,
): Step[] {
  const contractId = contractIdOf(customerId, to.contract);
  return to.option === undefined
    ? [{ sender, kind: "contract", machineId: contractId, event }]
    : [{ sender, kind: "option", machineId: optionIdOf(contractId, to.option), event }];
}
