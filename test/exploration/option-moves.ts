import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { OptionContext } from "#machines/option/context.ts";
import type { Live } from "./invariants/facts.ts";
import { move, type Move } from "./move.ts";
import type { Place } from "./place.ts";
import {
  added,
  addedOption,
  contract,
  discontinuationId,
  ordered,
  restrictionId,
  type Target,
} from "./subject.ts";

type Later = (days: number) => string;

/** What an option can meet by itself once it was accepted. */
function movesOf(target: Target, option: Live<OptionContext> | undefined, later: Later): Move[] {
  if (!option || ["requested", "withdrawn", "rejected", "ended"].includes(option.state)) return [];
  const { restrictions, ends } = option.context;
  const name = target === ordered ? "ordered option" : "added option";
  const say = (sender: "owner" | "operations" | "machine", event: MachineEvent) =>
    move(`${name}: ${event.type}`, sender, target, event);
  const isRestricted = restrictions.length > 0;
  return [
    ...[null, "earliest"].map((wish) => say("owner", { type: "cancel", wish })),
    ...ends.flatMap(({ id: noticeId, ref, withdrawalAskedOn }) => {
      if (ref !== null) return [say("machine", { type: "withdrawEnd", ref })];
      if (withdrawalAskedOn === null)
        return [say("owner", { type: "requestWithdrawal", noticeId })];
      return ["agreeToWithdrawal", "refuseWithdrawal"].map((type) =>
        say("operations", { type, noticeId }),
      );
    }),
    say("machine", {
      type: isRestricted ? "unrestrict" : "restrict",
      ...{ restrictionId, clause: "A19.1" },
    }),
    ...(isRestricted
      ? [
          say("machine", {
            type: "endByRestriction",
            restrictionId,
            endDay: later(40),
            refund: "unearned",
          }),
        ]
      : []),
    ...[60, 400].map((days) =>
      say("machine", { type: "discontinue", discontinuationId, endDay: later(days) }),
    ),
  ];
}

/** The two options: each by itself, and the second one's way into the contract. */
export function optionMoves({ facts }: Place, later: Later): Move[] {
  const optionOf = ({ machineId }: Target) =>
    facts.options.find((option) => option.machineId === machineId);
  const own = optionOf(added);
  const joining = own
    ? [
        move("withdrawAddition", "owner", added, { type: "withdrawAddition" }),
        move("acceptAddition", "operations", added, { type: "acceptAddition" }),
        move("rejectAddition", "operations", added, { type: "rejectAddition" }),
      ]
    : [move("addOption", "owner", contract, { type: "addOption", option: addedOption })];
  const isRunning = facts.contracts[0]?.state === "active";
  return [
    ...(isRunning && (!own || own.state === "requested") ? joining : []),
    ...movesOf(ordered, optionOf(ordered), later),
    ...movesOf(added, own, later),
  ];
}
