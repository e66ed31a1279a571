import fc from "fast-check";
import { deviceCommands } from "./device-commands.ts";
import { matterCommands } from "./matter-commands.ts";
import { expect, test } from "vitest";
import { erasure } from "#test/helpers/sample-events.ts";
import { actorOf, moment } from "#test/helpers/commands.ts";
import { ordered, scenarioOf, type FileCommand } from "#test/helpers/scenarios.ts";
import { dayOf } from "../calendar.ts";
import type { Sender } from "../engine/actor.ts";
import type { MachineEvent, MachineKind } from "../engine/outgoing.ts";
import { createWorld } from "../engine/world.ts";
import type { InvoiceContext } from "../invoice/context.ts";
import { damagesAccount } from "../invoice/damages-account.ts";
import { definitions } from "../registry.ts";
import { noticeIdOf } from "../contract/ends.ts";
import { derivedId } from "../engine/hash.ts";
import { contractIdOf, optionIdOf } from "./command.ts";
import { scenarioCommands } from "./commands.ts";
import { customerIdOf, playScenario } from "./play.ts";

const customerId = customerIdOf(1);
const contractId = contractIdOf(customerId, "main");
const noteId = "0199aaaa-0000-7000-8000-0000000000a1";

/** What may be wished for after the order; some of it is refused. */
const wishes: Record<string, unknown>[] = [
  ...[null, "earliest", "2027-03-31", "2027-09-30"].map((wish) => ({ do: "cancel", wish })),
  ...["nonPayment", "breach"].flatMap((cause) =>
    ["suspend", "lift"].map((it) => ({
      do: it,
      cause,
      ...(cause === "breach" ? { case: "outage" } : {}),
    })),
  ),
  ...["2026-04-01", "2026-05-01"].map((startDay) => ({ do: "setStart", startDay })),
  ...["confirmStart", "declineStart", "withdraw", "accept"].map((it) => ({ do: it })),
  ...["devicesSettled", "dataErased", "materialsSettled"].map((it) => ({ do: it })),
  ...[1, 2, 3, 4].map(() => ({ do: "pay" })),
  ...["dispute", "endDispute"].map((it) => ({ do: it, invoice: "000001-0001", reason: "異議" })),
  { do: "waiveDamages", invoice: "000001-0001", amount: 528, reason: "少額" },
  { do: "claimDamages", invoice: "000001-0001" },
  ...[
    { do: "cancelByOperator", wish: null },
    { do: "noticeDelivered", notice: 1, deliveredOn: "2026-06-30" },
    { do: "noticeDelivered", notice: 2, deliveredOn: "2027-02-28" },
    { do: "noticeBounced", notice: 1 },
  ],
  ...["requestWithdrawal", "agreeToWithdrawal", "refuseWithdrawal"].map((it) => ({
    do: it,
    notice: 1,
  })),
  ...["offerWithdrawal", "acceptWithdrawal", "declineWithdrawal"].map((it) => ({
    do: it,
    notice: 1,
  })),
  ...[
    { do: "terminate", case: "c", clause: "A16.1(5)" },
    { do: "endByRestriction", restriction: "r", endDay: "2027-01-31", refund: "unearned" },
    { do: "discontinue", discontinuation: "d", endDay: "2027-08-31" },
    { do: "discontinue", option: 1, discontinuation: "d", endDay: "2027-02-28" },
    { do: "withdrawEnd", of: "discontinuation", name: "d" },
    { do: "assign", successor: "s", effectiveDay: "2027-02-01" },
    { do: "demand", case: "c", until: "2027-12-31" },
    { do: "cure", case: "c" },
    { do: "restrict", restriction: "r", clause: "A19.1(4)" },
    { do: "unrestrict", restriction: "r" },
    { do: "announceTerms", versionId: "2", effectiveDay: "2027-01-01" },
    { do: "withdrawTerms", versionId: "2" },
    { do: "bindTerms", versionId: "2" },
    { do: "consentToTerms", versionId: "2" },
    { do: "accelerate", dueDay: "2026-06-01", clause: "A16.2" },
  ],
  ...[1, 2, 3].flatMap(() => [
    { do: "addOption", menu: { code: "LOGS", annualPrice: 120_000, kind: "subscription" } },
    { do: "acceptOption", option: 1 },
  ]),
  ...["rejectOption", "withdrawOption"].map((it) => ({ do: it, option: 1 })),
  { do: "cancelOption", option: 1, wish: null },
  ...[1, 2].flatMap(() => [
    { do: "addOption", menu: { code: "TUNE", annualPrice: 300_000, kind: "work" } },
    { do: "reportWork", option: 1, completedOn: "2026-05-01", noteId },
    ...["acceptWork", "objectToWork"].map((it) => ({ do: it, option: 1, noteId })),
  ]),
  ...[
    { do: "declineCard", code: "expired_card" },
    { do: "pay", amount: 7 },
  ],
];

const life = fc
  .record({
    setUp: fc.constantFrom(2, 3, 4, 4, 4),
    steps: fc.array(fc.tuple(fc.nat(90), fc.constantFrom(...wishes)), { maxLength: 20 }),
  })
  .map(({ setUp, steps }) => {
    const commands: FileCommand[] = ordered.slice(0, setUp);
    let day = dayOf("2026-03-05");
    for (const [pause, wish] of steps) {
      day = day.add({ days: pause });
      commands.push({ at: day.toString(), ...wish } as FileCommand);
    }
    return { commands, until: day.add({ days: 100 }).toString() };
  });

const named = {
  case: "caseId",
  restriction: "restrictionId",
  discontinuation: "discontinuationId",
  successor: "successorId",
};
const ownerEvents = [
  ...["cancel", "confirmStart", "declineStart", "withdraw", "consentToTerms", "addOption"],
  ...["requestWithdrawal", "acceptWithdrawal", "declineWithdrawal"],
  ...["withdrawAddition", "acceptWork", "objectToWork"],
];
const financeEvents = ["dispute", "endDispute", "claimDamages", "waiveDamages"];
const optionEvents: Record<string, string> = {
  acceptOption: "acceptAddition",
  rejectOption: "rejectAddition",
  withdrawOption: "withdrawAddition",
  cancelOption: "cancel",
  reportWork: "reportCompletion",
  acceptWork: "acceptWork",
  objectToWork: "objectToWork",
};

/** The event that a command stands for, with ids in the place of names and numbers. */
function eventOf(word: string, members: Record<string, unknown>, free: number): MachineEvent {
  if (word === "dataErased") return erasure;
  const event: MachineEvent = { type: optionEvents[word] ?? word };
  for (const [member, value] of Object.entries(members)) {
    if (member === "option" || (member === "case" && "cause" in members)) continue;
    const isNamed = member in named;
    const id = named[member as keyof typeof named];
    if (isNamed) event[id] = derivedId(customerId, `${member}/${String(value)}`);
    else if (member === "notice") event["noticeId"] = noticeIdOf(contractId, Number(value));
    else if (member === "menu") {
      const { code, annualPrice, kind } = value as Record<string, unknown>;
      const option = { menuCode: code, nameJa: code, nameEn: code, annualPrice, kind };
      event["option"] = { ...option, optionId: optionIdOf(contractId, free) };
    } else if (member === "cause") {
      const called = members["case"];
      const ref = called === undefined ? null : derivedId(customerId, `case/${String(called)}`);
      event["cause"] = { kind: value, ref };
    } else event[member] = value;
  }
  if (word === "withdrawEnd")
    return {
      type: word,
      ref: derivedId(customerId, `${String(members["of"])}/${String(members["name"])}`),
    };
  if (word === "terminate") event["by"] = "operator";
  return event;
}

/** The same customer, driven by hand: each command's own events, sent one by one to a world. */
function driveWorld(commands: readonly FileCommand[], until: string) {
  const counters = { contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 };
  const world = createWorld((kind) => definitions[kind], [{ customerId, number: 1, ...counters }]);
  const { machines } = world.of(customerId);
  let sent = 0;
  let refused = 0;
  let open: { paymentId: string; expiresAt: string } | null = null;
  const send = (
    sender: Exclude<Sender, "machine">,
    [kind, machineId]: [MachineKind, string],
    receivedAt: string,
    event: MachineEvent,
  ) => {
    const commandId = `${(sent += 1)}`;
    const to = { customerId, kind, machineId, commandId, receivedAt };
    const { ok } = world.send({ ...to, actor: actorOf(sender), event });
    if (!ok) refused += 1;
    return ok;
  };
  const expire = () => {
    if (open) send("stripe", ["payment", open.paymentId], open.expiresAt, { type: "expire" });
    open = null;
  };
  for (const { at: day, do: type, ...members } of commands) {
    const at = moment(day.slice(0, 10), day.includes("T") ? 10 : 12);
    if (open && open.expiresAt <= at) expire();
    world.advance(at);
    if (type === "order") {
      send("owner", ["contract", contractId], at, { type: "openDraft" });
      const sold = { kind: "basic", menuCode: "NDR-BASE", nameJa: "NDR-BASE", nameEn: "NDR-BASE" };
      send("owner", ["contract", contractId], at, {
        ...{ type: "submit", basic: { ...sold, annualPrice: 1_200_000 }, options: [] },
        ...{ quoteId: contractId, termsVersion: "1", wishedStart: members["wishedStart"] },
      });
    } else if (type === "pay" || type === "declineCard") {
      const owed = [...machines.values()]
        .filter(({ kind, view }) => kind === "invoice" && view["status"] !== "paid")
        .toSorted((a, b) => String(a.view["dueDay"]).localeCompare(String(b.view["dueDay"])))[0];
      if (!open) {
        const paymentId: string = `0199cccc-0000-7000-8000-${String(sent).padStart(12, "0")}`;
        const invoice = owed?.machineId ?? contractId.replace(/^.{8}/, "00000000");
        if (!send("owner", ["invoice", invoice], at, { type: "startPayment", paymentId })) continue;
        const expiresAt = moment(day, 13);
        const opened = { type: "sessionOpened", sessionId: "cs", expiresAt };
        send("portal", ["payment", paymentId], at, opened);
        open = { paymentId, expiresAt };
      }
      const { paymentId } = open;
      const event =
        type === "pay"
          ? {
              type: "settle",
              chargeId: "ch",
              amount: members["amount"] ?? machines.get(paymentId)?.view["amount"] ?? 0,
              valueDay: day,
            }
          : { type: "attemptFailed", code: members["code"] };
      send("stripe", ["payment", paymentId], at, { ...event, intentId: "pi" });
      if (type === "pay") open = null;
    } else if (financeEvents.includes(type)) {
      const { invoice: number, ...rest } = members as { invoice?: string };
      const found = [...machines.values()].find(({ view }) => view["number"] === number);
      const invoice = found?.snapshot.context as InvoiceContext | undefined;
      const open = (invoice && damagesAccount(invoice, day.slice(0, 10))?.open) || 1;
      const amount = type === "claimDamages" ? { amount: open } : {};
      const id = found?.machineId ?? contractId.replace(/^.{8}/, "00000000");
      send("finance", ["invoice", id], at, { type, ...amount, ...rest });
    } else {
      let free = 1;
      while (machines.has(optionIdOf(contractId, free))) free += 1;
      const event = eventOf(type, members, free);
      const sender = ownerEvents.includes(event.type) ? "owner" : "operations";
      const isOption = "option" in members && type !== "addOption";
      const place = optionIdOf(contractId, Number(members["option"] ?? 0));
      send(sender, isOption ? ["option", place] : ["contract", contractId], at, event);
    }
  }
  expire();
  world.advance(moment(dayOf(until).add({ days: 1 }).toString(), 0));
  return { customer: world.of(customerId), refused };
}

test("a scenario leads where its world leads that is driven directly", () => {
  const [seen, refusals] = [new Set<string>(), new Set<string>()];
  fc.assert(
    fc.property(life, ({ commands, until }) => {
      const played = playScenario(scenarioOf(until, commands));
      const driven = driveWorld(commands, until);
      const eventsOf = ({ customer }: Pick<typeof driven, "customer">) =>
        customer.events.map(({ event, actor, at, from, to, clauses }) => {
          return { type: event.type, actor: actor.kind, at, from, to, clauses };
        });
      expect(eventsOf(played)).toEqual(eventsOf(driven));
      expect(played.refused).toHaveLength(driven.refused);
      const rowsOf = ({ customer }: Pick<typeof driven, "customer">) =>
        customer.rows.map(({ row }) => row);
      expect(rowsOf(played)).toEqual(rowsOf(driven));
      for (const { kind, view } of played.customer.machines.values()) {
        seen.add(`${kind} ${String(view["status"])}`);
      }
      for (const { step } of played.refused) refusals.add(step.event.type);
    }),
    { numRuns: 150, seed: 20260401 },
  );
  for (const far of [
    ...["contract active", "contract ended", "invoice overdue", "invoice paid"],
    ...["payment succeeded", "payment cancelled", "payment mismatched", "option active"],
  ]) {
    expect(seen).toContain(far);
  }
  expect(refusals).toContain("startPayment");
});

test("every command of the table is tried", () => {
  const tried = new Set([...ordered, ...wishes].map(({ do: word }) => String(word)));
  const missing = Object.keys(scenarioCommands).filter((word) => !tried.has(word));
  // A rejected order goes nowhere; its own example is beside the result.
  // Devices and matters are tried beside their own commands.
  const elsewhere = new Set([...Object.keys(deviceCommands), ...Object.keys(matterCommands)]);
  expect(missing.filter((word) => !elsewhere.has(word))).toEqual(["reject"]);
});
