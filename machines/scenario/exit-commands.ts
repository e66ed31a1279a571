import { z } from "zod";
import { noticeIdOf } from "../contract/ends.ts";
import { exitSenders } from "../contract/exit-events.ts";
import { clauseText, isoDay } from "../engine/fields.ts";
import {
  command,
  contract,
  contractIdOf,
  idOf,
  name,
  senderFrom,
  stepTo,
  type ScenarioCommand,
} from "./command.ts";

/** The option by its place in the orders (from 1); left out, it is the contract. */
const option = z.int().min(1).max(99).optional();
/** Notices of both sides are counted together, from 1. */
const notice = z.int().min(1).max(99).default(1);
const wish = z.union([z.null(), z.literal("earliest"), isoDay]).default(null);
const refund = z.enum(["none", "unearned"]);

const operations = "operations";

/** An event that names a notice by its number. */
function aboutNotice(type: keyof typeof exitSenders, more: z.ZodRawShape = {}): ScenarioCommand {
  return command({ contract, notice, ...more }, ({ contract: to, notice: n, ...rest }, scene) => {
    const called = String(to);
    const noticeId = noticeIdOf(contractIdOf(scene.customerId, called), Number(n));
    const sender = senderFrom(exitSenders[type], type);
    return stepTo(scene, { contract: called }, sender, { type, noticeId, ...rest });
  });
}

/** Commands by which a contract or an option comes to its end, or is kept from it. */
export const exitCommands: Readonly<Record<string, ScenarioCommand>> = {
  cancelByOperator: command({ contract, wish }, (members, scene) =>
    stepTo(scene, members, operations, { type: "cancelByOperator", wish: members.wish }),
  ),
  noticeDelivered: aboutNotice("noticeDelivered", { deliveredOn: isoDay }),
  noticeBounced: aboutNotice("noticeBounced"),
  requestWithdrawal: aboutNotice("requestWithdrawal"),
  agreeToWithdrawal: aboutNotice("agreeToWithdrawal"),
  refuseWithdrawal: aboutNotice("refuseWithdrawal"),
  offerWithdrawal: aboutNotice("offerWithdrawal"),
  acceptWithdrawal: aboutNotice("acceptWithdrawal"),
  declineWithdrawal: aboutNotice("declineWithdrawal"),
  terminate: command(
    {
      contract,
      case: name,
      clause: clauseText,
      by: z.enum(["operator", "customer"]).default("operator"),
    },
    ({ case: called, clause, by, ...to }, scene) => {
      const caseId = idOf(scene, "case", called);
      return stepTo(scene, to, operations, { type: "terminate", caseId, clause, by });
    },
  ),
  endByRestriction: command(
    { contract, option, restriction: name, endDay: isoDay, refund },
    ({ restriction, endDay, refund: rule, ...to }, scene) => {
      const restrictionId = idOf(scene, "restriction", restriction);
      const event = { type: "endByRestriction", restrictionId, endDay, refund: rule };
      return stepTo(scene, to, operations, event);
    },
  ),
  discontinue: command(
    { contract, option, discontinuation: name, endDay: isoDay },
    ({ discontinuation, endDay, ...to }, scene) => {
      const discontinuationId = idOf(scene, "discontinuation", discontinuation);
      return stepTo(scene, to, operations, { type: "discontinue", discontinuationId, endDay });
    },
  ),
  withdrawEnd: command(
    { contract, option, of: z.enum(["restriction", "discontinuation", "successor"]), name },
    ({ of, name: called, ...to }, scene) =>
      stepTo(scene, to, operations, { type: "withdrawEnd", ref: idOf(scene, of, called) }),
  ),
  assign: command(
    { contract, successor: name, effectiveDay: isoDay },
    ({ successor, effectiveDay, ...to }, scene) => {
      const successorId = idOf(scene, "successor", successor);
      return stepTo(scene, to, operations, { type: "assign", successorId, effectiveDay });
    },
  ),
};
