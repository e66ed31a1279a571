import type { Command } from "#machines/engine/command.ts";
import { adjusting } from "./adjustment-wishes.ts";
import { advancing, anyOfContract, establishing, ordering } from "./contract-wishes.ts";
import { lending } from "./device-wishes.ts";
import { following } from "./follow-wishes.ts";
import { firing, misusing, repeating } from "./misuse-wishes.ts";
import { corresponding } from "./matter-wishes.ts";
import { anyFact, paying, saying } from "./money-wishes.ts";
import { returning } from "./returned-wishes.ts";
import type { Intent } from "./steps.ts";
import type { Occasion, Wish } from "./wish.ts";

/** What was sent before, and whose names could be misused. */
interface Surroundings {
  sent: readonly Command[];
  others: readonly string[];
}

const wishes: Record<Intent, (occasion: Occasion, around: Surroundings) => Wish[]> = {
  establish: establishing,
  order: ordering,
  advance: advancing,
  contract: anyOfContract,
  pay: paying,
  provider: anyFact,
  adjust: adjusting,
  return: returning,
  follow: following,
  lend: lending,
  correspond: corresponding,
  machine: saying,
  timer: firing,
  repeat: (occasion, { sent }) => repeating(sent, occasion),
  misuse: (occasion, { others }) => misusing(occasion, others),
};

/** What an intent comes to as things stand, one wish after another; nothing where it finds no object. */
export function wishesOf(intent: Intent, occasion: Occasion, around: Surroundings): Wish[] {
  return wishes[intent](occasion, around);
}
