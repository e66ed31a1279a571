import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { daysAfter } from "#test/helpers/day-by-day.ts";
import { submit, settlements } from "#test/helpers/sample-events.ts";
import { caseMoves } from "./case-moves.ts";
import { exitMoves } from "./exit-moves.ts";
import { move, type Move } from "./move.ts";
import { optionMoves } from "./option-moves.ts";
import type { Place } from "./place.ts";
import {
  contract,
  customerId,
  firstTermEnd,
  invoiceTarget,
  orderedOption,
  startDay,
} from "./subject.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import { outstanding } from "#machines/invoice/context.ts";

/** From the order to its start. */
function orderMoves({ facts }: Place): Move[] {
  const say = (sender: "owner" | "operations", event: MachineEvent) =>
    move(event.type, sender, contract, event);
  const state = facts.contracts[0]?.state;
  if (state === undefined) {
    return [say("owner", { type: "openDraft" })];
  }
  if (state === "draft") return [say("owner", submit(startDay, [orderedOption]))];
  if (state === "submitted") {
    return [
      ...["withdraw", "consentToTerms"].map((type) => say("owner", { type, versionId: "2027-2" })),
      ...["verifyMaintenance", "accept"].map((type) => say("operations", { type })),
      say("operations", { type: "reject", reason: "notFeasible" }),
      say("operations", { type: "bindTerms", versionId: "2027-2" }),
    ];
  }
  if (state !== "accepted") return [];
  return [
    ...[startDay, "2027-09-15"].map((day) =>
      say("operations", { type: "setStart", startDay: day }),
    ),
    ...["confirmStart", "declineStart"].map((type) => say("owner", { type })),
  ];
}

/** Suspension for non-payment, and restrictions: what operations decide about the service. */
export function serviceMoves({ facts: { contracts } }: Place): Move[] {
  if (contracts[0]?.state !== "active") return [];
  const cause = { kind: "nonPayment", ref: null };
  return [
    move("suspend for non-payment", "operations", contract, { type: "suspend", cause }),
    move("lift for non-payment", "operations", contract, { type: "lift", cause }),
  ];
}

/** Each unpaid invoice is paid in full by card. */
function payMoves({ facts, now }: Place): Move[] {
  const owed = facts.invoices.filter(({ state }) => isOwedIn(state));
  return owed.slice(0, 2).map(({ machineId, context }, n): Move => {
    const invoice = invoiceTarget(machineId);
    const paymentId = derivedId(machineId, "payment");
    const payment = machineOf("payment", customerId, paymentId);
    const expiresAt = new Date(Date.parse(now) + 3_600_000).toISOString();
    const result = { intentId: "pi_1", chargeId: "ch_1", amount: outstanding(context) };
    return {
      name: `pay ${n}`,
      wishes: [
        ["billing", invoice, { type: "startPayment", paymentId }],
        ["portal", payment, { type: "sessionOpened", sessionId: "cs_1", expiresAt }],
        ["stripe", payment, { type: "settle", ...result, valueDay: facts.today }],
      ],
    };
  });
}

/** What is settled after the end. */
function settleMoves({ facts: { contracts } }: Place): Move[] {
  if (contracts[0]?.state !== "ended") return [];
  return settlements.map((settled) => move(settled.type, "operations", contract, settled));
}

/** Everything that anybody may try at a place; what it leads to, and whether it is refused, the machines say. */
export function movesAt(place: Place): Move[] {
  const { today, contracts } = place.facts;
  const termEnd = contracts[0]?.context.term?.end ?? firstTermEnd;
  const days = { later: (n: number) => daysAfter(today, n), termEnd };
  return [
    ...orderMoves(place),
    ...serviceMoves(place),
    ...payMoves(place),
    ...exitMoves(place, days),
    ...optionMoves(place, days),
    ...caseMoves(place, days),
    ...settleMoves(place),
  ];
}
