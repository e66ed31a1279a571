import { settlements } from "#test/helpers/sample-events.ts";
import { dayOf } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { isLive, optionsOf, type Live } from "#test/exploration/invariants/facts.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { undoTransfers } from "./bank-acts.ts";
import { breachActs } from "./breach-acts.ts";
import { staffDeviceActs } from "./device-acts.ts";
import { contractTarget, type Occasion } from "./occasion.ts";
import { say } from "./life.ts";

type Contract = Live<ContractContext>;

/** Says something to a contract as operations. */
const tell = (occasion: Occasion, { machineId }: Contract, event: MachineEvent) => {
  const target = contractTarget(occasion, machineId);
  return say(occasion.decade, occasion.hour, "operations", target, event);
};

const later = (day: string, days: number) => dayOf(day).add({ days }).toString();

/** From the order to the day of the start. */
function process(occasion: Occasion, contract: Contract): void {
  const { chance } = occasion.who;
  const { today } = occasion.facts;
  if (contract.state === "submitted") {
    if (chance.happens(7)) {
      tell(occasion, contract, { type: "reject", reason: "notFeasible" });
      return;
    }
    tell(occasion, contract, { type: "verifyMaintenance" });
    tell(occasion, contract, { type: "accept" });
  } else if (contract.state === "accepted") {
    const { wishedStart } = contract.context;
    const isOther = chance.happens(20) || (wishedStart ?? "") < today;
    const startDay = isOther ? later(today, chance.whole(0, 60)) : wishedStart;
    tell(occasion, contract, { type: "setStart", startDay });
  }
}

/** Notices on either side: answers, deliveries, the operator's own. */
function answer(occasion: Occasion, contract: Contract): void {
  const { decade, who, facts, hour } = occasion;
  const { chance } = who;
  const target = contractTarget(occasion, contract.machineId);
  for (const { id: noticeId, sentOn } of contract.context.sentNotices) {
    if (chance.happens(20))
      say(decade, hour, "resend", target, { type: "noticeBounced", noticeId });
    else {
      // Some deliveries are known late only.
      const deliveredOn = chance.happens(30) ? sentOn : facts.today;
      const delivered = { type: "noticeDelivered", noticeId, deliveredOn };
      say(decade, hour, "resend", target, delivered);
    }
  }
  for (const { id: noticeId, by, withdrawalAskedOn } of contract.context.ends) {
    if (by === "customer" && withdrawalAskedOn !== null) {
      const type = chance.happens(60) ? "agreeToWithdrawal" : "refuseWithdrawal";
      tell(occasion, contract, { type, noticeId });
    } else if (by === "operator" && chance.happens(15)) {
      tell(occasion, contract, { type: "offerWithdrawal", noticeId });
    }
  }
  if (chance.happens(1)) {
    const wish = chance.pick([null, "earliest", later(facts.today, chance.whole(1, 400))]);
    tell(occasion, contract, { type: "cancelByOperator", wish });
  }
  if (chance.happens(1) && chance.happens(30)) {
    const successorId = derivedId(contract.machineId, "successor");
    const effectiveDay = later(facts.today, chance.whole(1, 90));
    tell(occasion, contract, { type: "assign", successorId, effectiveDay });
  }
}

/** Options that were asked for, and withdrawals of their notices. */
function decideOptions(occasion: Occasion, contract: Contract): void {
  const { decade, who, facts, hour } = occasion;
  for (const option of optionsOf(facts, contract.machineId)) {
    const target = machineOf("option", who.customerId, option.machineId);
    if (option.state === "requested") {
      const type = who.chance.happens(85) ? "acceptAddition" : "rejectAddition";
      say(decade, hour, "operations", target, { type });
    }
    for (const { id: noticeId, withdrawalAskedOn } of option.context.ends) {
      if (withdrawalAskedOn === null || option.state === "ended") continue;
      const type = who.chance.happens(60) ? "agreeToWithdrawal" : "refuseWithdrawal";
      say(decade, hour, "operations", target, { type, noticeId });
    }
  }
}

/** A suspension for debts that are overdue, and its lifting by grace. */
function press(occasion: Occasion, contract: Contract): void {
  const { chance } = occasion.who;
  const { overdueInvoices, suspensions } = contract.context;
  const cause = { kind: "nonPayment", ref: null };
  const isSuspended = suspensions.some(({ kind }) => kind === "nonPayment");
  if (!isSuspended && overdueInvoices.length > 0 && chance.happens(35)) {
    tell(occasion, contract, { type: "suspend", cause });
  } else if (isSuspended && chance.happens(8)) tell(occasion, contract, { type: "lift", cause });
}

/** What staff do about a customer on an occasion. */
export function staffActs(occasion: Occasion): void {
  for (const contract of occasion.facts.contracts) {
    if (contract.state === "submitted" || contract.state === "accepted")
      process(occasion, contract);
    if (contract.state === "ended") {
      for (const settled of settlements) {
        if (occasion.who.chance.happens(50)) tell(occasion, contract, settled);
      }
    }
    if (!isLive(contract.state)) continue;
    answer(occasion, contract);
    if (contract.state !== "active") continue;
    decideOptions(occasion, contract);
    press(occasion, contract);
  }
  staffDeviceActs(occasion);
  undoTransfers(occasion);
  breachActs(occasion);
}
