import { at, dayOf, monthsAfter, tokyoDay } from "#machines/calendar.ts";
import { noticeIdOf } from "#machines/contract/ends.ts";
import type { Sender } from "#machines/engine/actor.ts";
import type { Command } from "#machines/engine/command.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { createWorld, type World } from "#machines/engine/world.ts";
import type { Registry } from "#machines/registry.ts";
import { renewalNoticeDay, termFrom } from "#machines/terms/a10-term.ts";
import { actorOf, customerIds, type CustomerIds } from "#test/helpers/commands.ts";
import type { Stamped } from "#test/helpers/given.ts";
import { basicMenu, optionMenu, submit, settlements } from "#test/helpers/sample-events.ts";

/** What a machine of a kind has been through; the last event may be one that it refused. */
export interface Told {
  kind: MachineKind;
  events: Stamped[];
}

type Target = Pick<Command, "customerId" | "machineId" | "kind">;

/** First days of contracts: leap day, ends of months and years, and days whose due days banks are closed. */
const plainStarts = ["2025-08-31", "2025-11-30", "2026-01-01", "2026-03-31", "2025-12-31"];
const eventfulStarts = ["2025-04-01", "2024-02-29"];

const plus = (day: string, duration: { days?: number; months?: number }) =>
  dayOf(day).add(duration).toString();
const instant = (day: string, seconds: number) =>
  new Date(Date.parse(at(dayOf(day), 0)) + seconds * 1000).toISOString();
const noon = 43_200;
/** The last second of a day in Tokyo. */
const lastSecond = 86_399;
/** The first second of a day at which what was due at 24:00 of the day before has fired. */
const settled = 30;

/** A customer's life under way, which notes what its machines refuse. */
interface Life {
  ids: CustomerIds;
  world: World;
  told: Told[];
}

function send(
  { ids, world, told }: Life,
  sender: Exclude<Sender, "machine">,
  to: Target,
  [day, seconds]: readonly [day: string, seconds: number],
  event: MachineEvent,
): void {
  const { customerId } = ids;
  const receivedAt = instant(day, seconds);
  const before = world.of(customerId).events.length;
  const commandId = `command ${receivedAt} ${before}`;
  const outcome = world.send({ ...to, commandId, actor: actorOf(sender), receivedAt, event });
  if (outcome.ok) return;
  if (outcome.refusal.code !== "notNow") throw new Error(outcome.refusal.detail);
  const stamp = { at: receivedAt, day: tokyoDay(receivedAt).toString(), machineId: to.machineId };
  const past = historyOf(world, customerId, to.machineId);
  told.push({ kind: to.kind, events: [...past, { ...event, ...stamp }] });
}

const historyOf = (world: World, customerId: string, id: string): Stamped[] =>
  world.of(customerId).events.flatMap(({ machineId, event }) => (machineId === id ? [event] : []));

const forkOf = (life: Life): Life => ({ ...life, world: life.world.fork() });

/** Notes what each machine has been through in the end. */
function end({ ids, world, told }: Life, day: string): void {
  world.advance(instant(day, noon));
  const { machines, dropped } = world.of(ids.customerId);
  if (dropped.length > 0) throw new Error(`A ${dropped[0]?.kind} refused its own deadline.`);
  for (const { kind, machineId } of machines.values()) {
    told.push({ kind, events: historyOf(world, ids.customerId, machineId) });
  }
}

function order(life: Life, start: string): void {
  const { ids } = life;
  const { contract } = ids;
  const ordered = plus(start, { days: -30 });
  const options = [
    optionMenu(ids.deviceId, "device", 240_005),
    optionMenu(ids.workId, "work", 499_999),
  ];
  const basic = { ...basicMenu, annualPrice: 1_234_567 };
  send(life, "owner", contract, [ordered, noon], { type: "openDraft" });
  send(life, "owner", contract, [ordered, noon], submit(start, options, basic));
  send(life, "operations", contract, [ordered, lastSecond], { type: "accept" });
  send(life, "operations", contract, [ordered, lastSecond], { type: "verifyMaintenance" });
  send(life, "operations", contract, [ordered, lastSecond], { type: "accept" });
}

/** Starts that are proposed instead of the wished one, each confirmed on its last day, or too late. */
function propose(life: Life, start: string): void {
  const { contract } = life.ids;
  const day = plus(start, { days: -20 });
  const past = { type: "setStart", startDay: plus(day, { days: -1 }) };
  send(life, "operations", contract, [day, noon], past);
  for (const startDay of [day, plus(start, { months: 1 })]) {
    const proposed = forkOf(life);
    send(proposed, "operations", contract, [day, noon], { type: "setStart", startDay });
    const late = forkOf(proposed);
    send(late, "owner", contract, [plus(startDay, { days: 1 }), 0], { type: "confirmStart" });
    send(proposed, "owner", contract, [startDay, lastSecond], { type: "confirmStart" });
    end(proposed, plus(startDay, { days: 1 }));
  }
}

/** Pays what an invoice asks for; a second payment beside it is tried, too. */
function pay(life: Life, termStart: string, day: string): void {
  const { ids, world } = life;
  const invoice = ids.invoiceOf(termStart);
  const payment = ids.payment(termStart);
  const startPayment = { type: "startPayment", paymentId: payment.machineId };
  send(life, "billing", invoice, [day, noon], startPayment);
  send(life, "billing", invoice, [day, noon], startPayment);
  const expiresAt = instant(day, noon + 1860);
  const opened = { type: "sessionOpened", sessionId: "cs_1", expiresAt };
  send(life, "portal", payment, [day, noon], opened);
  const amount = world.of(ids.customerId).machines.get(payment.machineId)?.view["amount"];
  const result = { intentId: "pi_1", chargeId: "ch_1", amount, valueDay: day };
  send(life, "stripe", payment, [day, noon], { type: "settle", ...result });
}

/** Gives notice in a life of its own, and lives on until everything after the end is settled. */
function leave(life: Life, day: string, seconds: number, wish: string | null): void {
  const left = forkOf(life);
  const { contract, customerId, contractId } = left.ids;
  send(left, "owner", contract, [day, seconds], { type: "cancel", wish });
  const endDay = left.world.of(customerId).machines.get(contractId)?.view["endDay"];
  if (typeof endDay !== "string") throw new Error("The notice leads to no end.");
  const after = plus(endDay, { days: 1 });
  left.world.advance(instant(after, settled));
  const unpaid = forkOf(left);
  end(unpaid, plus(endDay, { months: 3 }));
  for (const settled of settlements) {
    send(left, "operations", contract, [after, noon], settled);
  }
  end(left, after);
}

/** The day on which a customer can last decline the first renewal. */
const lastNoticeDay = (start: string) =>
  renewalNoticeDay(termFrom(dayOf(start)).end).day.toString();

function suspensions(life: Life, start: string): void {
  const { contract } = life.ids;
  const own = forkOf(life);
  const caseId = derivedId(contract.machineId, "case");
  const say = (day: string, type: string, cause: string) =>
    send(own, "operations", contract, [day, noon], {
      type,
      cause: { kind: cause, ref: cause === "breach" ? caseId : null },
    });
  const [early, late] = [plus(start, { days: 2 }), plus(start, { months: 3 })];
  say(early, "suspend", "nonPayment");
  say(early, "suspend", "breach");
  say(late, "suspend", "nonPayment");
  say(late, "lift", "breach");
  say(late, "lift", "breach");
  pay(own, start, plus(late, { days: 1 }));
  end(own, plus(late, { days: 2 }));
}

/** Sends a contract's event as operations, or as the owner where it is the owner's. */
function say(life: Life, day: string, event: MachineEvent, sender: "owner" | "operations"): void {
  send(life, sender, life.ids.contract, [day, noon], event);
}

/** The ways in which the operator ends a contract, each in a life of its own, and what takes them back. */
function operatorsEnds(life: Life, start: string): void {
  const noticeId = noticeIdOf(life.ids.contractId, 1);
  const ref = derivedId(life.ids.contractId, "ref");
  const [early, late] = [plus(start, { months: 5 }), plus(start, { months: 11 })];
  const nextTerm = plus(start, { months: 15, days: 3 });

  const noticed = forkOf(life);
  say(noticed, early, { type: "cancelByOperator", wish: null }, "operations");
  say(noticed, early, { type: "noticeBounced", noticeId }, "operations");
  const deliveredOn = plus(early, { days: 3 });
  say(noticed, deliveredOn, { type: "noticeDelivered", noticeId, deliveredOn }, "operations");
  const back = forkOf(noticed);
  say(back, plus(early, { days: 9 }), { type: "offerWithdrawal", noticeId }, "operations");
  say(back, plus(early, { days: 10 }), { type: "acceptWithdrawal", noticeId }, "owner");
  end(back, plus(early, { days: 11 }));
  end(noticed, plus(early, { months: 3 }));

  const discontinued = forkOf(life);
  const discontinue = { type: "discontinue", discontinuationId: ref, endDay: nextTerm };
  say(discontinued, early, discontinue, "operations");
  end(forkOf(discontinued), plus(nextTerm, { days: 1 }));
  say(discontinued, late, { type: "withdrawEnd", ref }, "operations");
  end(discontinued, plus(start, { months: 13 }));

  const restricted = forkOf(life);
  const restriction = { restrictionId: ref };
  say(restricted, early, { type: "restrict", ...restriction, clause: "A19.1(4)" }, "operations");
  const endDay = plus(early, { months: 4 });
  const ending = { type: "endByRestriction", ...restriction, endDay, refund: "unearned" };
  say(restricted, plus(early, { days: 40 }), ending, "operations");
  end(forkOf(restricted), plus(endDay, { days: 1 }));
  say(restricted, plus(early, { days: 50 }), { type: "unrestrict", ...restriction }, "operations");
  say(restricted, plus(early, { days: 50 }), { type: "withdrawEnd", ref }, "operations");
  end(restricted, plus(early, { days: 51 }));

  for (const [clause, by] of [
    ["A16.1(5)", "operator"],
    ["A32.3", "operator"],
    ["A32.3", "customer"],
  ]) {
    const terminated = forkOf(life);
    say(terminated, early, { type: "terminate", caseId: ref, clause, by }, "operations");
    end(terminated, plus(early, { days: 1 }));
  }
  const assigned = forkOf(life);
  const assign = { type: "assign", successorId: ref, effectiveDay: plus(early, { months: 1 }) };
  say(assigned, early, assign, "operations");
  end(assigned, plus(early, { months: 2 }));
}

/** In the moment after its last day, before its end is recorded, nothing else can end a contract. */
function tooLate(life: Life, start: string): void {
  const own = forkOf(life);
  const { contract, contractId } = own.ids;
  const noticedOn = plus(start, { months: 2 });
  say(own, noticedOn, { type: "cancel", wish: "earliest" }, "owner");
  const after = plus(monthsAfter(dayOf(noticedOn), 2).toString(), { days: 1 });
  const caseId = derivedId(contractId, "ref");
  for (const clause of ["A16.1(5)", "A32.3"]) {
    const terminate = { type: "terminate", caseId, clause, by: "operator" };
    send(own, "operations", contract, [after, 5], terminate);
  }
  end(own, plus(after, { days: 1 }));
}

/** A notice in time that is taken back after the notice day: the renewal is fixed at once. */
function changeOfMind(life: Life, start: string): void {
  const own = forkOf(life);
  const noticeId = noticeIdOf(own.ids.contractId, 1);
  const last = lastNoticeDay(start);
  say(own, last, { type: "cancel", wish: null }, "owner");
  say(own, plus(last, { days: 9 }), { type: "requestWithdrawal", noticeId }, "owner");
  say(own, plus(last, { days: 9 }), { type: "refuseWithdrawal", noticeId }, "operations");
  say(own, plus(last, { days: 10 }), { type: "requestWithdrawal", noticeId }, "owner");
  say(own, plus(last, { days: 12 }), { type: "agreeToWithdrawal", noticeId }, "operations");
  end(own, plus(start, { months: 13 }));
}

/** An option that is added during the term, and cancelled a day late, in time, or discontinued. */
function additions(life: Life, start: string): void {
  const own = forkOf(life);
  const optionId = derivedId(own.ids.contractId, "added");
  const option = { ...own.ids.contract, kind: "option" as const, machineId: optionId };
  const day = plus(start, { months: 4, days: 17 });
  const addition = optionMenu(optionId, "subscription", 123_457);
  say(own, day, { type: "addOption", option: addition }, "owner");
  const rejected = forkOf(own);
  send(rejected, "operations", option, [day, noon], { type: "rejectAddition" });
  end(rejected, plus(day, { days: 1 }));
  send(own, "operations", option, [plus(day, { days: 3 }), noon], { type: "acceptAddition" });
  const last = lastNoticeDay(start);
  for (const cancelledOn of [last, plus(last, { days: 1 })]) {
    const cancelled = forkOf(own);
    send(cancelled, "owner", option, [cancelledOn, noon], { type: "cancel", wish: null });
    end(cancelled, plus(start, { months: 16 }));
  }
  const discontinued = forkOf(own);
  const endDay = plus(start, { months: 8, days: 9 });
  const discontinuationId = derivedId(optionId, "ref");
  const event = { type: "discontinue", discontinuationId, endDay };
  send(discontinued, "operations", option, [plus(day, { days: 5 }), noon], event);
  end(discontinued, plus(start, { months: 13 }));
}

function liveFrom(registry: Registry, n: number, start: string, isEventful: boolean): Told[] {
  const ids = customerIds(n);
  const { customerId, contract } = ids;
  const customer = {
    customerId,
    number: n,
    contractCounter: 0,
    invoiceCounter: 0,
    creditNoteCounter: 0,
  };
  const told: Told[] = [];
  const life = { ids, told, world: createWorld(registry.definition, [customer]) };
  order(life, start);
  if (isEventful) propose(life, start);
  // On the wished day itself it is still that day's start.
  const fixed = { type: "setStart", startDay: start };
  send(life, "operations", contract, [isEventful ? start : plus(start, { days: -1 }), noon], fixed);
  life.world.advance(instant(plus(start, { days: 1 }), noon));
  if (isEventful) {
    suspensions(life, start);
    operatorsEnds(life, start);
    changeOfMind(life, start);
    tooLate(life, start);
    additions(life, start);
    leave(life, plus(start, { days: 60 }), noon, "earliest");
    leave(life, plus(start, { days: 60 }), noon, plus(start, { months: 8 }));
  }
  const last = lastNoticeDay(start);
  leave(life, last, lastSecond, null);
  leave(life, plus(last, { days: 1 }), 0, null);
  end(life, plus(start, { months: 25 }));
  return told;
}

/** What the machines go through in lives that meet the calendar's hard days and the terms' last seconds. */
export function livesOf(registry: Registry): Told[] {
  const starts = [...eventfulStarts, ...plainStarts];
  return starts.flatMap((start, n) => liveFrom(registry, n + 1, start, n < eventfulStarts.length));
}
