import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { OptionContext } from "#machines/option/context.ts";
import type { Live } from "./invariants/facts.ts";
import { move, type Days, type Move } from "./move.ts";
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

/** What an option can meet by itself once it was accepted. */
function movesOf(
  target: Target,
  option: Live<OptionContext> | undefined,
  { later, termEnd }: Days,
): Move[] {
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
            endDay: termEnd,
            refund: "unearned",
          }),
        ]
      : []),
    ...[later(200), later(400)].map((endDay) =>
      say("machine", { type: "discontinue", discontinuationId, endDay }),
    ),
  ];
}

/** The two options: each by itself, and the second one's way into the contract. */
export function optionMoves({ facts }: Place, days: Days): Move[] {
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
    ...movesOf(ordered, optionOf(ordered), days),
    ...movesOf(added, own, days),
  ];
}
