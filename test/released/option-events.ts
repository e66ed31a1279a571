import { noticeIdOf } from "#machines/contract/ends.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { optionMenu } from "#test/helpers/sample-events.ts";

const otherId = "0199aaaa-0000-7000-8000-0000000000f1";
const term = { start: "2025-04-01", end: "2026-03-31" };

/** An option that is taken over with its contract, before and after its start (A31.1). */
const takeOvers: MachineEvent[] = (["work", "device"] as const).flatMap((kind) => {
  const { optionId: _, ...menu } = optionMenu(otherId, kind, 1000);
  return [term.start, null].map((startDay) => ({
    ...{ type: "takeOver", contractId: otherId, ...menu, isAddition: false, startDay },
    ...{ term: startDay ? term : null, ends: [], notices: 0, restrictions: [] },
  }));
});

/** Every event that an option may meet in the walk; restrictions and ends are not combined. */
export function optionOffers({
  optionId,
  ends,
  notices,
  restrictions,
  inspection,
}: OptionContext): MachineEvent[] {
  const noticeId = noticeIdOf(optionId, Math.max(1, notices));
  const withdrawals = ["requestWithdrawal", "agreeToWithdrawal", "refuseWithdrawal"];
  return [
    ...(["work", "device"] as const).flatMap((kind) => {
      const { optionId: _, ...menu } = optionMenu(otherId, kind, 1000);
      return [false, true].map((isAddition) => {
        return { type: "request", contractId: otherId, ...menu, isAddition };
      });
    }),
    ...(optionId === "" ? takeOvers : []),
    ...["withdraw", "accept", "reject", "provision"].map((type) => ({ type })),
    ...["withdrawAddition", "acceptAddition", "rejectAddition", "lapse"].map((type) => ({ type })),
    { type: "start", term },
    { type: "deviceLost", lostOn: "2025-03-05" },
    { type: "termBegun", term: { start: "2026-04-01", end: "2027-03-31" } },
    ...(ends.length === 0
      ? [
          { type: "restrict", restrictionId: otherId, clause: "A19.1(4)" },
          { type: "unrestrict", restrictionId: otherId },
        ]
      : []),
    ...(restrictions.length === 0 && ends.length < 2
      ? [
          ...[null, "earliest", "2026-06-30"].map((wish) => ({ type: "cancel", wish })),
          ...withdrawals.map((type) => ({ type, noticeId })),
          { type: "discontinue", discontinuationId: otherId, endDay: "2026-06-30" },
          {
            ...{ type: "endByRestriction", restrictionId: otherId },
            ...{ endDay: "2025-12-31", refund: "unearned" },
          },
          { type: "withdrawEnd", ref: otherId },
        ]
      : []),
    ...["2025-03-05", "2025-03-01", "2030-01-01"].map((completedOn) => {
      return { type: "reportCompletion", completedOn, noteId: otherId };
    }),
    ...["acceptWork", "objectToWork"].map((type) => ({ type, noteId: otherId })),
    ...(inspection?.reminded.slice(0, 1) ?? []).map((id) => ({ type: "remindInspection", id })),
    {
      ...{ type: "end", endDay: "2025-04-01", cause: "cancelled" },
      ...{ by: "customer", clause: "A17.1" },
    },
  ];
}

/** What tells two places of an option apart, so that the walk comes to an end. */
export function optionPlace(context: OptionContext): unknown {
  const { ends, restrictions, term: running, kind, isAddition, inspection } = context;
  return [
    [kind, isAddition, running?.start, restrictions.length],
    [inspection?.reminded.length, inspection?.objection !== null],
    ends.map(({ cause, clause, withdrawalAskedOn, endDay }) => {
      return [cause, clause, withdrawalAskedOn !== null, running && endDay > running.end];
    }),
  ];
}
