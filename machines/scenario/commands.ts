import type { z } from "zod";
import {
  contractEvents,
  contractSenders,
  erasedStores,
  type ContractEvent,
} from "../contract/events.ts";
import { isoDay, plainText, yenAmount } from "../engine/fields.ts";
import { derivedId } from "../engine/hash.ts";
import { erasureStores, type ErasedStore } from "../terms/a18-erasure.ts";
import { declineCard, payByCard } from "./card.ts";
import {
  command,
  contract,
  contractIdOf,
  optionIdOf,
  senderFrom,
  stepTo,
  type ScenarioCommand,
} from "./command.ts";
import { damagesCommands } from "./damages-commands.ts";
import { deviceCommands } from "./device-commands.ts";
import { matterCommands } from "./matter-commands.ts";
import { exitCommands } from "./exit-commands.ts";
import { menus, sold } from "./menus.ts";
import { optionCommands } from "./option-commands.ts";
import { standingCommands } from "./standing-commands.ts";

/** An event that a contract takes, with the event's own members, from the first who may send it. */
function contractEvent(type: ContractEvent["type"], defaults: z.ZodRawShape = {}): ScenarioCommand {
  const schema = contractEvents.options.find(({ shape }) => shape.type.value === type);
  if (!schema) throw new Error(`A contract takes no ${type}.`);
  const sender = senderFrom(contractSenders[type], type);
  const { type: _type, ...members }: z.ZodRawShape = schema.shape;
  const fields = { contract, ...members, ...defaults };
  return command(fields, ({ contract: name, ...rest }, scene) =>
    stepTo(scene, { contract: String(name) }, sender, { type, ...rest }),
  );
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

const everythingErased = erasureStores.map((store): ErasedStore => ({ store, outcome: "erased" }));

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
  announceTerms: contractEvent("announceTerms"),
  withdrawTerms: contractEvent("withdrawTerms"),
  bindTerms: contractEvent("bindTerms"),
  consentToTerms: contractEvent("consentToTerms"),
  accelerate: contractEvent("accelerate"),
  ...optionCommands,
  ...standingCommands,
  ...exitCommands,
  devicesSettled: contractEvent("devicesSettled"),
  // Where a scenario does not name the stores, all were erased.
  dataErased: contractEvent("dataErased", { stores: erasedStores.default(everythingErased) }),
  materialsSettled: contractEvent("materialsSettled"),
  pay: command({ invoice, amount: yenAmount.optional() }, payByCard),
  ...damagesCommands,
  ...deviceCommands,
  ...matterCommands,
  declineCard: command({ invoice, code: plainText.min(1) }, declineCard),
};
