import { setup } from "xstate";
import { z } from "zod";
import { describe, expect, test } from "vitest";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { optionMenu, submit, erasure } from "#test/helpers/sample-events.ts";
import { contractOffers } from "#test/released/contract-events.ts";
import { emptyContract } from "../contract/context.ts";
import { contractDefinition } from "../contract/definition.ts";
import { definitions } from "../registry.ts";
import type { Actor, Sender } from "./actor.ts";
import { apply, isRefusal, MachineNotRead } from "./apply.ts";
import type { Change, MachineState } from "./change.ts";
import type { Command, Refusal } from "./command.ts";
import type { AnyDefinition } from "./definition.ts";
import { chainStart } from "./hash.ts";
import { outgoing, type MachineEvent, type MachineKind } from "./outgoing.ts";

const ids = customerIds(7);
const customer = {
  customerId: ids.customerId,
  number: 7,
  contractCounter: 3,
  invoiceCounter: 11,
  creditNoteCounter: 0,
};
const options = [optionMenu(ids.deviceId, "device", 1), optionMenu(ids.workId, "work", 2)];
const order = submit("2025-04-01", options);

function command(event: MachineEvent, actor: Actor = actorOf("owner")): Command {
  return { ...ids.contract, commandId: event.type, actor, receivedAt: moment("2025-03-03"), event };
}

/** Applies to machines that are all read; `definition` may stand in for the real ones. */
function applyTo(
  machines: readonly MachineState[],
  given: Command,
  definition = (kind: MachineKind) => definitions[kind],
  counters = customer,
): Change | Refusal {
  const machine = (id: string) => machines.find(({ machineId }) => machineId === id) ?? null;
  return apply({ customer: counters, machine, definition }, given);
}

function accepted(result: Change | Refusal): Change {
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
}

const drafted = accepted(applyTo([], command({ type: "openDraft" })));
const draft = [...drafted.machines.values()];
const ordered = accepted(applyTo(draft, command(order)));

describe("an accepted command", () => {
  test("stamps its event with instant, day in Tokyo, machine and number", () => {
    const late = { ...command({ type: "openDraft" }), receivedAt: "2025-03-03T15:00:00Z" };
    const [event] = accepted(applyTo([], late)).events;
    const at = "2025-03-03T15:00:00.000Z";
    expect(event).toMatchObject({
      at,
      event: { at, day: "2025-03-04", machineId: ids.contractId },
    });
    expect(event?.event).not.toHaveProperty("number");
    expect(ordered.events[0]?.event).toMatchObject({ number: "C000007-04" });
  });

  test("reaches the machines that are told, in order, each with a command id of its own", () => {
    expect(
      ordered.events.map(({ machineId, commandId, actor }) => [machineId, commandId, actor]),
    ).toEqual([
      [ids.contractId, "submit", actorOf("owner")],
      [ids.deviceId, `submit/${ids.contractId}.0`, { kind: "machine", machineId: ids.contractId }],
      [ids.workId, `submit/${ids.contractId}.1`, { kind: "machine", machineId: ids.contractId }],
    ]);
    expect([...ordered.machines.keys()]).toEqual([ids.contractId, ids.deviceId, ids.workId]);
  });

  test("goes on where the history stood", () => {
    const [first] = drafted.events;
    const [second] = ordered.events;
    expect(first).toMatchObject({ seq: 1, from: null, to: "draft", previousHash: chainStart });
    expect(second).toMatchObject({ seq: 2, from: "draft", to: "submitted" });
    expect(second?.previousHash).toBe(first?.hash);
    expect(ordered.machines.get(ids.contractId)).toMatchObject({ seq: 2, headHash: second?.hash });
  });

  test("numbers its effects and rows by the event that asked for them", () => {
    expect(ordered.effects).toMatchObject([
      {
        machineId: ids.contractId,
        seq: 2,
        n: 0,
        kind: "mail",
        params: { template: "order-received" },
      },
    ]);
  });

  test("leaves what it was given as it was", () => {
    expect(customer).toMatchObject({
      contractCounter: 3,
      invoiceCounter: 11,
      creditNoteCounter: 0,
    });
    expect(ordered.customer).toEqual({ ...customer, contractCounter: 4 });
    expect(draft[0]?.seq).toBe(1);
  });
});

describe("what has not been read", () => {
  test("is asked for, one by one, and then the command is applied the same", () => {
    const read = new Map<string, MachineState | null>();
    const asked: string[] = [];
    let result: Change | Refusal | undefined;
    while (!result) {
      try {
        const machine = (id: string) => read.get(id);
        result = apply(
          { customer, machine, definition: (kind) => definitions[kind] },
          command(order),
        );
      } catch (error) {
        if (!(error instanceof MachineNotRead)) throw error;
        asked.push(error.machineId);
        read.set(
          error.machineId,
          draft.find(({ machineId }) => machineId === error.machineId) ?? null,
        );
      }
    }
    expect(asked).toEqual([ids.contractId, ids.deviceId, ids.workId]);
    expect(result).toEqual(ordered);
  });
});

describe("a command is refused", () => {
  test.each<[Refusal["code"], string, readonly MachineState[], Command]>([
    ["invalid", "where its event is malformed", draft, command({ ...order, wishedStart: "soon" })],
    ["invalid", "where its event does not exist", draft, command({ type: "explode" })],
    ["notAllowed", "to the wrong sender", draft, command(order, actorOf("operations"))],
    ["notFound", "where there is no machine", [], command(order)],
    [
      "notFound",
      "where the machine is of another kind",
      draft,
      {
        ...command(
          { type: "create", invoiceId: ids.deviceId, amount: 1 },
          { kind: "machine", machineId: ids.deviceId },
        ),
        kind: "payment",
      },
    ],
    ["notNow", "where the machine takes no such event now", draft, command({ type: "withdraw" })],
  ])("with %s %s", (code, _, machines, given) => {
    expect(applyTo(machines, given)).toMatchObject({ code });
  });

  test("as a whole where a machine that must be born exists already", () => {
    const result = applyTo([...draft, ...ordered.machines.values()].slice(0, 3), {
      ...command(order),
    });
    expect(result).toMatchObject({ code: "notNow" });
  });

  test("without drawing a number: the next order gets the one that was not used", () => {
    const refused = command(order, actorOf("viewer"));
    expect(isRefusal(applyTo(draft, refused))).toBe(true);
    expect(accepted(applyTo(draft, command(order))).events[0]?.event.number).toBe("C000007-04");
  });

  const senders: Sender[] = [
    ...(["owner", "billing", "technical", "viewer", "operations", "finance", "admin"] as const),
    ...(["timer", "machine", "stripe", "resend", "portal"] as const),
  ];
  const known = { ...emptyContract, contractId: ids.contractId };
  const offered = [...contractOffers(emptyContract), ...contractOffers(known)];
  const samples: Record<string, MachineEvent> = {
    ...Object.fromEntries(offered.map((event) => [event.type, event])),
    submit: order,
    remindRenewal: { type: "remindRenewal", id: "x", to: "finance" },
    dataErased: erasure,
    loanOpened: { type: "loanOpened", loanId: ids.deviceId },
    loanSettled: { type: "loanSettled", loanId: ids.deviceId },
    materialHeld: { type: "materialHeld", requestId: ids.deviceId },
    materialGone: { type: "materialGone", requestId: ids.deviceId },
    invoiceReopened: { type: "invoiceReopened", invoiceId: ids.deviceId },
  };

  test.each(Object.entries(contractDefinition.senders))(
    "by the contract to everybody who may not send %s",
    (type, may) => {
      for (const sender of senders) {
        const actor: Actor =
          sender === "machine" ? { kind: "machine", machineId: ids.workId } : actorOf(sender);
        const result = applyTo(draft, command(samples[type] ?? { type }, actor));
        const isForbidden = isRefusal(result) && result.code === "notAllowed";
        expect([sender, isForbidden]).toEqual([sender, !may.includes(sender)]);
      }
    },
  );
});

describe("the senders of each event", () => {
  test.each(Object.entries(definitions))("of the %s", (kind, { senders }) => {
    const by = new Map<string, string[]>();
    for (const [type, may] of Object.entries(senders)) {
      for (const sender of may) by.set(sender, [...(by.get(sender) ?? []), type]);
    }
    expect(Object.fromEntries(by)).toEqual(rights[kind as MachineKind]);
  });
});

/** What the operator decides by itself or by a machine of its own. */
const operatorsStanding = [
  ...["suspend", "lift", "demand", "cure", "restrict", "unrestrict", "accelerate"],
  ...["announceTerms", "bindTerms", "withdrawTerms"],
];
const operatorsEnds = ["terminate", "endByRestriction", "discontinue", "withdrawEnd"];

/** What the customer says of a device that is lent to it. */
const customersDevice = [
  ...["confirmDelivery", "confirmInstallation", "requestRelocation", "withdrawRelocation"],
  ...["beginMove", "confirmMove", "reportFault", "reportLoss", "find", "handToCarrier"],
];

/** Who may send what, written down a second time: a right that is given by mistake shows here. */
const rights: Record<MachineKind, Partial<Record<Sender, string[]>>> = {
  contract: {
    owner: [
      ...["openDraft", "submit", "withdraw", "consentToTerms", "confirmStart", "declineStart"],
      ...["addOption", "cancel", "requestWithdrawal", "acceptWithdrawal", "declineWithdrawal"],
    ],
    operations: [
      ...["verifyMaintenance", "accept", "reject", "setStart", ...operatorsStanding],
      ...["cancelByOperator", "noticeDelivered", "noticeBounced"],
      ...["agreeToWithdrawal", "refuseWithdrawal", "offerWithdrawal", ...operatorsEnds, "assign"],
      ...["devicesSettled", "dataErased", "materialsSettled"],
    ],
    timer: ["startReached", "remindRenewal", "fixRenewal", "renew", "endReached", "remindExport"],
    resend: ["noticeDelivered", "noticeBounced"],
    portal: ["noticeDelivered", "noticeBounced"],
    machine: [
      ...["takeOver", "optionAccepted", "optionDeclined", "optionEnding", "optionEnded"],
      ...[...operatorsStanding, "noticeDelivered", "noticeBounced", ...operatorsEnds, "assign"],
      ...["invoiceOverdue", "invoiceSettled", "invoiceReopened"],
      ...["loanOpened", "loanSettled", "materialHeld", "materialGone", "devicesSettled"],
    ],
  },
  option: {
    owner: ["withdrawAddition", "cancel", "requestWithdrawal", "acceptWork", "objectToWork"],
    technical: ["acceptWork", "objectToWork"],
    operations: [
      ...["acceptAddition", "rejectAddition", "restrict", "unrestrict"],
      ...["agreeToWithdrawal", "refuseWithdrawal", ...operatorsEnds.slice(1), "reportCompletion"],
    ],
    timer: ["endReached", "remindInspection"],
    machine: [
      ...["request", "takeOver", "withdraw", "accept", "reject", "lapse", "provision", "start"],
      ...["termBegun", "restrict", "unrestrict", ...operatorsEnds.slice(1), "deviceLost", "end"],
    ],
  },
  invoice: {
    machine: [
      ...["issue", "paymentClosed", "paymentReceived", "transferReceived", "transferReversed"],
      ...["limitDueDay", "accelerate", "endEarning", "credited", "writeOff", "setOffReceived"],
      ...["creditPaidBack", "creditReturned", "paymentRefunded", "refundReturned"],
      ...["paymentDisputed", "disputeWon", "disputeLost"],
    ],
    owner: ["startPayment", "stopCharge", "resumeCharge"],
    billing: ["startPayment", "stopCharge", "resumeCharge"],
    portal: ["announceCharge", "startCharge", "holdCharge"],
    finance: ["claimDamages", "waiveDamages", "dispute", "endDispute", "declareSetOff"],
    timer: ["dueDayPassed", "remind", "earn", "chargeNears", "chargeDue"],
  },
  payment: {
    machine: ["create", "refund", "refundFailed", "dispute", "disputeWon", "disputeLost"],
    finance: ["take"],
    portal: ["sessionOpened", "sessionRefused", "chargeRefused"],
    stripe: ["attemptFailed", "processing", "settle", "expire", "actionRequired"],
    timer: ["lookUp", "abandon", "giveUp"],
    owner: ["giveUp"],
    billing: ["giveUp"],
  },
  card: {
    owner: ["save", "remove"],
    billing: ["save", "remove"],
    portal: ["sessionOpened", "sessionRefused"],
    stripe: ["expire", "saved", "change", "detach"],
    timer: ["abandon", "lookUp", "warn", "lapse"],
    machine: ["decline", "replace"],
  },
  refund: {
    machine: ["create", "exceeds"],
    stripe: ["find", "made", "succeed", "fail"],
    portal: ["refuse"],
    finance: ["transferred", "transferFailed", "closeFailure"],
    timer: ["lookUp"],
  },
  dispute: {
    stripe: ["open", "withdraw", "reinstate", "review", "win", "lose"],
    machine: ["exceeds"],
    finance: ["closeLoss"],
  },
  bankReceipt: { finance: ["apply", "reverse"], portal: ["apply"] },
  creditNote: { machine: ["issue"] },
  approval: { finance: ["propose", "approve", "refuse", "withdraw"], admin: ["approve", "refuse"] },
  consentRequest: {
    owner: ["ask", "withdraw", "callOff", "stepBack", "agree", "decline"],
    operations: [
      ...["askCustomer", "takeBack", "writeToAssignee", "nameAssignee", "verifyAssignee"],
      ...["consent", "refuse", "refuseAssignee", "callOffByOperator"],
    ],
    machine: [
      ...["invite", "assigneeAgreed", "assigneeDeclined", "assigneeSteppedBack", "fallThrough"],
      ...["handedOver", "revoke", "receive"],
    ],
    timer: ["dayReached"],
  },
  monthClose: { finance: ["explain", "retract", "close"], admin: ["reopen"] },
  device: {
    machine: ["open", "takeOver", "allocate", "serviceStarted", "endLoan"],
    owner: customersDevice,
    technical: customersDevice,
    operations: [
      ...["unallocate", "ship", "loseInTransit", "confirmDelivery", "approveRelocation"],
      ...["refuseRelocation", "startRepair", "startReplacement", "closeFault", "takeIn"],
      ...["reportLoss", "dismissLoss", "confirmLoss", "find", "handToCarrier", "receive"],
      ...["startRecovery", "recover", "check"],
    ],
    finance: ["settleCharge"],
    timer: ["remindInstallation", "remindReturn", "returnOverdue"],
  },
  stockDevice: {
    operations: ["register", "makeAvailable", "sendToRepair", "retire", "reserve"],
    machine: ["release", "leave", "comeBack", "lose", "find", "passOn"],
  },
  informationChange: {
    owner: ["report", "addEvidence", "withdraw"],
    operations: ["askEvidence", "apply", "refuse"],
  },
  materialRequest: {
    operations: ["ask", "accept", "askAgain", "withdraw", "release", "giveBack", "dispose"],
    owner: ["offer", "provide", "withdrawOffer", "askReturn"],
    technical: ["offer", "provide", "withdrawOffer", "askReturn"],
    machine: ["contractEnded"],
    timer: ["remind"],
  },
  deviceInquiry: {
    operations: ["ask", "accept", "askAgain", "withdraw"],
    owner: ["answer"],
    technical: ["answer"],
    timer: ["remind"],
  },
  claim: {
    owner: ["report", "supplement"],
    technical: ["report", "supplement"],
    operations: ["acknowledge", "defend", "exclude", "close"],
  },
  incidentContact: { owner: ["name", "remove"] },
  confidentialItem: {
    owner: ["disclose", "confirm", "notifyCompelled"],
    technical: ["disclose", "confirm", "notifyCompelled"],
    operations: ["discloseToCustomer", "confirmToCustomer", "notifyCompelledToCustomer"],
    timer: ["lapse", "dutyEnded", "remind"],
  },
  maintenance: { operations: ["plan", "change", "callOff"], timer: ["begin", "finish"] },
  restriction: {
    operations: ["plan", "change", "callOff", "lift", "announceEnd"],
    timer: ["begin", "catchUp", "endReached", "lastDayOver"],
  },
  discontinuation: { operations: ["announce", "withdraw"], timer: ["catchUp", "takeEffect"] },
  breachCase: {
    operations: [
      ...["draft", "addEvidence", "discard", "record", "suspend", "lift", "demand", "cure"],
      ...["recordUncured", "terminate", "close"],
    ],
    timer: ["periodEnds"],
  },
  termsVersion: {
    operations: ["draft", "revise", "announce", "withdraw"],
    portal: ["adopt"],
    timer: ["takeEffect"],
  },
};

describe("a machine that tells another something wrong", () => {
  /** A stand-in for the contract that tells an option what it is given. */
  function teller(event: MachineEvent): AnyDefinition {
    const base = setup({ actions: outgoing });
    const machine = base.createMachine({
      initial: "start",
      states: {
        start: {
          on: {
            go: {
              target: "end",
              actions: {
                type: "tell",
                params: { kind: "option", machineId: ids.deviceId, event } as never,
              },
            },
          },
        },
        end: {},
      },
    });
    return {
      ...{ kind: "contract", version: 1, machine, events: z.looseObject({ type: z.string() }) },
      ...{ senders: { go: ["owner"] }, draws: {}, migrations: {} },
      ...{ deadlines: () => [], view: () => ({}) },
    };
  }
  const tell = (event: MachineEvent) =>
    applyTo([], command({ type: "go" }), (kind) =>
      kind === "contract" ? teller(event) : definitions[kind],
    );

  test("is a fault that nobody swallows", () => {
    expect(() => tell({ type: "end", endDay: "never" })).toThrow("told something wrong");
    expect(() => tell({ type: "unheard" })).toThrow("told something wrong");
  });

  test("but one that has nothing to do is passed over", () => {
    const { events, machines } = accepted(tell({ type: "accept" }));
    expect(events).toHaveLength(1);
    expect([...machines.keys()]).toEqual([ids.contractId]);
  });
});
