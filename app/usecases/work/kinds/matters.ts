import type { Temporal } from "temporal-polyfill";
import type { Handle } from "#db/client.ts";
import { readMattersToDo, type MatterToDo } from "#db/queries/work/matters.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { FoundTask, TaskKind } from "../task.ts";

/** What waits on matters; what is said anew on another day is another task. */
const found =
  (what: MatterToDo) =>
  async (tx: Handle, today: Temporal.PlainDate): Promise<FoundTask[]> =>
    (await readMattersToDo(tx, what, today.toString())).map((row) => {
      const { customerId, customerName, matterId, number, changedAt, dueOn } = row;
      const changedOn = tokyoDay(changedAt).toString();
      return {
        ...{ customerId, customerName, subject: `${matterId}/${changedOn}`, name: number ?? "" },
        ...{ since: changedOn, due: dueOn ?? changedOn },
        page: `/operations/matters/${customerId}/${matterId}`,
      };
    });

/** Somebody's claim to a device, or for infringed rights: urgent, since it is due on the day it came (A8.3, A26). */
export const answerClaim: TaskKind<"answerClaim"> = {
  ...{ name: "answerClaim", role: "operations", clause: "A8.3" },
  find: found("toAnswerClaim"),
};

/** A change of registered information to check and apply (A13.1). */
export const checkInformation: TaskKind<"checkInformation"> = {
  ...{ name: "checkInformation", role: "operations", clause: "A13.1" },
  find: found("toCheckInformation"),
};

/** Materials or an answer that a customer provided (A8.4, A25.1). */
export const checkAnswer: TaskKind<"checkAnswer"> = {
  ...{ name: "checkAnswer", role: "operations", clause: "A25.1" },
  find: found("toCheckAnswer"),
};

/** A request whose last day has passed: reminders go out, and somebody asks (A25.3). */
export const followRequest: TaskKind<"followRequest"> = {
  ...{ name: "followRequest", role: "operations", clause: "A25.3" },
  find: found("toFollow"),
};

/** Materials that are to be given back or disposed of (A25.5). */
export const returnMaterials: TaskKind<"returnMaterials"> = {
  ...{ name: "returnMaterials", role: "operations", clause: "A25.5" },
  find: found("toReturn"),
};

/** What the operator told in confidence and has not confirmed in writing yet (A30.1(2)). */
export const confirmDisclosure: TaskKind<"confirmDisclosure"> = {
  ...{ name: "confirmDisclosure", role: "operations", clause: "A30.1" },
  find: found("toConfirm"),
};
