import { at, dayOf, startOfDayInTokyo, tokyoDayText } from "./calendar.ts";
import type { SentNotice } from "./contract/ends.ts";
import type { Command, Refusal } from "./engine/command.ts";
import type { StoredSnapshot } from "./engine/definition.ts";
import {
  resumeWorld,
  type CustomerWorld,
  type StoredCustomer,
  type World,
} from "./engine/world.ts";
import type { InvoiceContext } from "./invoice/context.ts";
import { registry, type Registry } from "./registry.ts";
import { payByCard } from "./scenario/card.ts";
import { actorOf, passTime } from "./scenario/pass-time.ts";

/** A command to be tried, on a day (ISO) from today on. */
export interface Trial extends Pick<Command, "machineId" | "kind" | "actor" | "event"> {
  day: string;
  /** What others answer at once, so that the command leads somewhere. */
  answers?: readonly Pick<Command, "actor" | "event">[];
}

/** What is asked: from when, up to when, and whether what falls due from now on is paid on its day. */
export interface WhatIfTerms {
  /** ISO instant of the portal's clock. */
  now: string;
  /** How many months ahead the world runs. */
  months: number;
  paysWhenDue: boolean;
}

/** A customer's two futures. What happened before `now` is in neither. */
export interface WhatIf {
  /** The last day (ISO) up to which both were lived. */
  until: string;
  without: Readonly<CustomerWorld>;
  /** Null where the command is refused, for the reason given. */
  with: Readonly<CustomerWorld> | null;
  refusal: Refusal | null;
  /** The state in which the command met its machine; null where there is no such machine. */
  met: StoredSnapshot | null;
}

const payableStates = ["issued", "partlyPaid"];

const noonOf = (day: string) => at(dayOf(day), 12);

/** The invoice that falls due first by an instant, of those that nobody failed to pay so far. */
function nextToPay({ machines }: Readonly<CustomerWorld>, instant: string, passed: Set<string>) {
  return [...machines.values()]
    .filter(
      ({ kind, view }) => kind === "invoice" && payableStates.includes(String(view["status"])),
    )
    .map(({ snapshot }) => snapshot.context as unknown as InvoiceContext)
    .map(({ invoiceId, number, dueDay }) => ({ invoiceId, number, day: dueDay ?? "" }))
    .filter(({ invoiceId, day }) => !passed.has(invoiceId) && day !== "" && noonOf(day) <= instant)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];
}

/** Pays one invoice by card on its due day, or at once where that lies before `now`. */
function pay(world: World, customerId: string, invoice: ReturnType<typeof nextToPay>, now: string) {
  if (!invoice) return;
  const paidAt = noonOf(invoice.day) < now ? now : noonOf(invoice.day);
  passTime(world, customerId, paidAt);
  const { machines } = world.of(customerId);
  const scene = { customerId, at: paidAt, day: tokyoDayText(paidAt), machines };
  const steps = payByCard({ invoice: invoice.number ?? undefined }, scene);
  for (const [n, { sender, ...to }] of steps.entries()) {
    const command = { ...to, customerId, commandId: `whatIf/pay/${invoice.invoiceId}/${n}` };
    const actor = actorOf(customerId, sender);
    if (!world.send({ ...command, actor, receivedAt: paidAt }).ok) return;
  }
}

/** Lets time pass while each invoice is paid on the day on which it falls due. */
function passPaying(world: World, customerId: string, now: string, instant: string): void {
  const passed = new Set<string>();
  for (;;) {
    const due = world.nextDue();
    const isLast = due === null || due > instant;
    // An invoice may be issued by the next deadline, so that nobody knows of later ones yet.
    const next = nextToPay(world.of(customerId), isLast ? instant : due, passed);
    if (next) {
      passed.add(next.invoiceId);
      pay(world, customerId, next, now);
    } else if (isLast) {
      return passTime(world, customerId, instant);
    } else {
      passTime(world, customerId, new Date(Date.parse(due) + 30_000).toISOString());
    }
  }
}

/** The operator's notice counts from its delivery (A17.1): here the day on which it is sent. */
function deliver(world: World, customerId: string, trial: Trial, receivedAt: string): void {
  const { machineId, kind } = trial;
  const context = world.of(customerId).machines.get(machineId)?.snapshot.context;
  const sent = (context?.["sentNotices"] ?? []) as SentNotice[];
  const deliveredOn = tokyoDayText(receivedAt);
  for (const { id: noticeId, sentOn } of sent.filter(({ bounced }) => !bounced)) {
    if (sentOn !== deliveredOn) continue;
    const event = { type: "noticeDelivered", noticeId, deliveredOn };
    const to = { customerId, machineId, kind, commandId: `whatIf/deliver/${noticeId}` };
    world.send({ ...to, actor: { kind: "portal" }, receivedAt, event });
  }
}

/**
 * Lives a customer's next months twice: as they come, and with one more command (もしも). Nothing is
 * written; both worlds begin with the same copy of what is stored.
 *
 * @throws NewerVersion where a later release wrote one of the machines
 */
export function whatIf(
  stored: StoredCustomer,
  trial: Trial,
  { now, months, paysWhenDue }: WhatIfTerms,
  { definition }: Pick<Registry, "definition"> = registry,
): WhatIf {
  const { customerId } = stored.customer;
  const until = dayOf(tokyoDayText(now)).add({ months }).toString();
  const pass = paysWhenDue
    ? (world: World, instant: string) => passPaying(world, customerId, now, instant)
    : (world: World, instant: string) => passTime(world, customerId, instant);
  const without = resumeWorld(definition, [stored]);
  const { day, answers = [], ...command } = trial;
  const receivedAt = day <= tokyoDayText(now) ? now : noonOf(day);
  pass(without, receivedAt);
  const other = without.fork();
  const met = other.of(customerId).machines.get(trial.machineId)?.snapshot ?? null;
  let outcome = other.send({ ...command, customerId, commandId: "whatIf", receivedAt });
  for (const [n, answer] of answers.entries()) {
    if (!outcome.ok) break;
    const commandId = `whatIf/answer/${n}`;
    outcome = other.send({ ...command, ...answer, customerId, commandId, receivedAt });
  }
  deliver(other, customerId, trial, receivedAt);
  const last = startOfDayInTokyo(dayOf(until).add({ days: 1 }));
  pass(without, last);
  if (outcome.ok) pass(other, last);
  return {
    until,
    without: without.of(customerId),
    with: outcome.ok ? other.of(customerId) : null,
    refusal: outcome.ok ? null : outcome.refusal,
    met,
  };
}
