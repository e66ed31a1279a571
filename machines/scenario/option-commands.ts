import { z } from "zod";
import { isoDay, machineId, plainText } from "../engine/fields.ts";
import { optionSenders } from "../option/events.ts";
import {
  command,
  contract,
  contractIdOf,
  optionIdOf,
  senderFrom,
  stepTo,
  type ScenarioCommand,
} from "./command.ts";
import { menu, sold } from "./menus.ts";

/** An option by its place in the orders (from 1): those of the order first, then those that were added. */
const option = z.int().min(1).max(99).default(1);
/** A scenario has no words: any id stands for those of a report or an answer (A11). */
const noteId = machineId.default("0199aaaa-0000-7000-8000-0000000000a1");
const wish = z.union([z.null(), z.literal("earliest"), isoDay]).default(null);

/** An event that an option takes by itself. */
function toOption(type: keyof typeof optionSenders, more: z.ZodRawShape = {}): ScenarioCommand {
  const sender = senderFrom(optionSenders[type], type);
  return command({ contract, option, ...more }, ({ contract: to, option: place, ...rest }, scene) =>
    stepTo(scene, { contract: String(to), option: Number(place) }, sender, { type, ...rest }),
  );
}

/** Commands by which options join a running contract and leave it (A9). */
export const optionCommands: Readonly<Record<string, ScenarioCommand>> = {
  addOption: command(
    {
      contract,
      /** The place that it takes; the first that is free where it is left out. */
      option: z.int().min(1).max(99).optional(),
      menu: menu.extend({ kind: z.enum(["subscription", "device", "work"]), code: plainText }),
    },
    ({ contract: to, option: place, menu: ordered }, scene) => {
      const contractId = contractIdOf(scene.customerId, to);
      let free = place ?? 1;
      while (place === undefined && scene.machines.has(optionIdOf(contractId, free))) free += 1;
      const bought = { ...sold(ordered, ordered.kind), optionId: optionIdOf(contractId, free) };
      return stepTo(scene, { contract: to }, "owner", { type: "addOption", option: bought });
    },
  ),
  acceptOption: toOption("acceptAddition"),
  rejectOption: toOption("rejectAddition"),
  withdrawOption: toOption("withdrawAddition"),
  cancelOption: toOption("cancel", { wish }),
  reportWork: toOption("reportCompletion", { completedOn: isoDay, noteId }),
  acceptWork: toOption("acceptWork", { noteId }),
  objectToWork: toOption("objectToWork", { noteId }),
};
