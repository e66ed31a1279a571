import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { nextDay } from "#test/helpers/day-by-day.ts";
import { move, type Days, type Move } from "./move.ts";
import type { Place } from "./place.ts";
import { isLive } from "./invariants/facts.ts";
import { contract, discontinuationId, restrictionId, successorId } from "./subject.ts";

/** The customer's notices and their withdrawal. */
function customersMoves({ facts: { contracts } }: Place, { later }: Days): Move[] {
  const ends = contracts[0]?.context.ends ?? [];
  const notices = ends.filter(({ cause, by }) => by === "customer" && cause !== "assigned");
  return [
    ...[null, "earliest", later(200)].map((wish, n) =>
      move(`cancel ${n}`, "owner", contract, { type: "cancel", wish }),
    ),
    ...notices.flatMap(({ id: noticeId, withdrawalAskedOn }) =>
      (withdrawalAskedOn === null
        ? (["requestWithdrawal"] as const)
        : (["agreeToWithdrawal", "refuseWithdrawal"] as const)
      ).map((type) => {
        const sender = type === "requestWithdrawal" ? "owner" : "operations";
        return move(type, sender, contract, { type, noticeId });
      }),
    ),
  ];
}

/** The operator's notices: sent, delivered on that day or known late, bounced, offered back. */
function operatorsMoves({ facts: { contracts, today } }: Place, { termEnd }: Days): Move[] {
  const { sentNotices = [], ends = [] } = contracts[0]?.context ?? {};
  const notices = ends.filter(({ cause, by }) => by === "operator" && cause === "cancelled");
  return [
    ...[null, termEnd].map((wish, n) =>
      move(`cancel by operator ${n}`, "operations", contract, { type: "cancelByOperator", wish }),
    ),
    ...sentNotices.flatMap(({ id: noticeId, sentOn }) => [
      ...[...new Set([today, sentOn])].map((deliveredOn) =>
        move("noticeDelivered", "resend", contract, {
          type: "noticeDelivered",
          noticeId,
          deliveredOn,
        }),
      ),
      move("noticeBounced", "resend", contract, { type: "noticeBounced", noticeId }),
      move("offerWithdrawal", "operations", contract, { type: "offerWithdrawal", noticeId }),
    ]),
    ...notices.flatMap(({ id: noticeId, withdrawalAskedOn }) =>
      (withdrawalAskedOn === null
        ? (["offerWithdrawal"] as const)
        : (["acceptWithdrawal", "declineWithdrawal"] as const)
      ).map((type) => {
        const sender = type === "offerWithdrawal" ? "operations" : "owner";
        return move(type, sender, contract, { type, noticeId });
      }),
    ),
  ];
}

/** What reaches the contract from restrictions, discontinuations and an assignment. */
function othersMoves({ facts: { contracts } }: Place, { later, termEnd }: Days): Move[] {
  const { restrictions = [], ends = [] } = contracts[0]?.context ?? {};
  const say = (name: string, event: MachineEvent) => move(name, "machine", contract, event);
  const isRestricted = restrictions.length > 0;
  const refs = ends.flatMap(({ ref, cause }) =>
    ref !== null && cause !== "terminated" && cause !== "assigned" ? [ref] : [],
  );
  return [
    say(isRestricted ? "unrestrict" : "restrict", {
      type: isRestricted ? "unrestrict" : "restrict",
      ...{ restrictionId, clause: "A19.1" },
    }),
    ...(isRestricted
      ? (["none", "unearned"] as const).map((refund) =>
          say(`end by restriction, ${refund}`, {
            type: "endByRestriction",
            ...{ restrictionId, endDay: refund === "none" ? later(40) : termEnd, refund },
          }),
        )
      : []),
    ...[termEnd, later(400)].map((endDay, n) =>
      say(`discontinue ${n}`, { type: "discontinue", discontinuationId, endDay }),
    ),
    ...refs.map((ref) => say("withdrawEnd", { type: "withdrawEnd", ref })),
    say("assign", { type: "assign", successorId, effectiveDay: nextDay(termEnd) }),
  ];
}

/** The ways out of a contract, and back. */
export function exitMoves(place: Place, days: Days): Move[] {
  const state = place.facts.contracts[0]?.state ?? "";
  if (!isLive(state)) return [];
  return [
    ...customersMoves(place, days),
    ...operatorsMoves(place, days),
    ...othersMoves(place, days),
  ];
}
