import type { DeviceContext } from "#machines/device/context.ts";
import { nextDay } from "#test/helpers/day-by-day.ts";
import type { Facts, Live } from "./facts.ts";

/** States in which nothing of a loan is out any more. */
const over = ["checked", "lost", "cancelled", "handedOver"];
/** States in which its device goes back, or is fetched. */
const back = ["recalled", "returnDue", "returning", "recovering", "recovered", "returned"];

/** The last day of a return, by going through the days: the month of the day after, up to the day before its like. */
function lastDayOfReturn(from: string): string {
  const first = nextDay(from);
  let day = first;
  for (;;) {
    const next = nextDay(day);
    const isOtherMonth = next.slice(0, 7) !== first.slice(0, 7);
    if (isOtherMonth && next.slice(8) === first.slice(8)) return day;
    // A month too short for the day ends with its own last one.
    if (next.slice(0, 7) !== day.slice(0, 7) && day.slice(0, 7) !== first.slice(0, 7)) return day;
    day = next;
  }
}

/** Every device that is out has a name, an owner and a place. */
function* placeFaults({ state, context }: Live<DeviceContext>): Generator<string> {
  const { serialNumber, stockDeviceId, sites, parcel, deliveredOn } = context;
  const isOut = ["allocated", "shipped", "lent", ...back, "checked"].includes(state);
  if (isOut && !(serialNumber && stockDeviceId)) yield `a loan is ${state} of no device`;
  if (state === "waiting" && serialNumber) yield "a loan waits and has a device";
  const isPlaced = ["shipped", "lent", ...back].includes(state);
  if (isPlaced && sites.length === 0) yield `a device is ${state} and stands nowhere`;
  if (state === "shipped" && !parcel) yield "a device is shipped by nobody";
  if (state === "lent" && !deliveredOn) yield "a device is lent and was never delivered";
}

/** What is lent serves an option that lives, and goes back once it does not. */
function* serviceFaults(
  facts: Facts,
  { state, regions, context }: Live<DeviceContext>,
): Generator<string> {
  const option = facts.options.find(({ machineId }) => machineId === context.optionId);
  if (!option) return yield "a loan belongs to no option";
  const isServed = state === "lent" && regions["stage"] === "inService";
  if (isServed && option.state !== "active") {
    yield `a device is in service, its option is ${option.state}`;
  }
  const hasEnded = ["ended", "withdrawn", "rejected"].includes(option.state);
  const isOpen = ["waiting", "allocated", "shipped", "lent"].includes(state);
  if (hasEnded && isOpen) yield `an option is ${option.state}, its loan is ${state}`;
  if (state === "lost" && option.state === "active") yield "a device is lost, its option goes on";
}

/** It goes back within a month of the later of the end and what made it return. */
function* returnFaults({ today, isSwept }: Facts, loan: Live<DeviceContext>): Generator<string> {
  const { state, context, snapshot, timers } = loan;
  const { returnDue, endDay, deliveredOn } = context;
  if (!["returnDue", "returning", "recovering"].includes(state)) return;
  if (!returnDue || !endDay) return yield `a device is ${state} and has no last day`;
  // What was delivered after the end, or lost and found, goes back later.
  const least = lastDayOfReturn(endDay);
  const later = deliveredOn && deliveredOn > endDay ? lastDayOfReturn(deliveredOn) : least;
  if (returnDue < least) yield `it goes back by ${returnDue}, the month lasts to ${least}`;
  if (context.lostOn === null && returnDue !== least && returnDue !== later) {
    yield `it goes back by ${returnDue}, not by ${least}`;
  }
  if (state !== "returnDue" || !isSwept) return;
  const { returnDue: stage } = snapshot.value as { returnDue: string };
  const expected = returnDue < today ? "overdue" : "inTime";
  if (stage !== expected) yield `its return is ${stage}, the day says ${expected}`;
  const isWaited = timers.some(({ event }) => event.type === "returnOverdue");
  if (stage === "inTime" && !isWaited) yield "nobody waits for the last day of a return";
}

/** The contract knows which loans are open, and is closed only when every one is settled. */
function* settlementFaults({ contracts, loans }: Facts): Generator<string> {
  for (const { machineId, state, context } of contracts) {
    // What was given up for lost and found again goes back by itself: it may be settled before.
    const own = loans.filter(
      ({ context: { contractId, lostOn, returnDue } }) =>
        contractId === machineId && !(lostOn && returnDue),
    );
    const isSettled = ({ state: place, context: { charges } }: Live<DeviceContext>) =>
      over.includes(place) && charges.length === 0;
    const open = own.filter((loan) => !isSettled(loan)).map((loan) => loan.machineId);
    const foundAgain = loans.filter((loan) => !own.includes(loan)).map((loan) => loan.machineId);
    const known = context.openLoans.filter((id) => !foundAgain.includes(id));
    const isKnown = known.toSorted().join(" ") === open.toSorted().join(" ");
    if (state !== "closed" && !isKnown) {
      yield `a contract holds ${known.length} open loans, there are ${open.length}`;
    }
    if (state === "closed" && open.length > 0) yield "it is closed with open loans";
  }
}

/** Where lent devices are not as the terms say (A7, A8.1), in words. */
export function deviceFaults(facts: Facts): string[] {
  return [
    ...facts.loans.flatMap((loan) => [
      ...placeFaults(loan),
      ...serviceFaults(facts, loan),
      ...returnFaults(facts, loan),
    ]),
    ...settlementFaults(facts),
  ];
}
