import { dayOf } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { contractSenders } from "#machines/contract/events.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { optionSenders } from "#machines/option/events.ts";
import { basicMenu, optionMenu, submit, settlements } from "#test/helpers/sample-events.ts";
import { additionOf, answered, delivered, livingEvents, optionEvents } from "./exit-wishes.ts";
import { ask, choose, contractOf, machinesOf, type Occasion, type Wish } from "./wish.ts";

/** How many contracts a customer orders at most. */
const mostContracts = 3;

/** Free of charge, the smallest amounts on which the tax is rounded, and ordinary ones. */
const prices = [1_200_000, 0, 1, 9, 10, 19, 99_999, 1_234_567, 4_800_000];
const kinds = ["device", "work", "subscription"] as const;

const later = (day: string, days: number) => dayOf(day).add({ days }).toString();

/** Orders what a number says, for a start that may be today or in two months. */
function orderForm(contractId: string, day: string, pick: number): MachineEvent {
  const [price, rest] = choose(prices, pick);
  const count = rest % 4;
  const options = Array.from({ length: count }, (_, n) => {
    const [kind, more] = choose(kinds, rest + n);
    const optionId = derivedId(contractId, `option ${n}`);
    return optionMenu(optionId, kind, choose(prices, more + n)[0]);
  });
  const wishedStart = later(day, [0, 1, 29, 60][Math.floor(rest / 4) % 4] ?? 0);
  return submit(wishedStart, options, { ...basicMenu, annualPrice: price });
}

/** A new order, or the next page of one that is a draft. */
export function ordering({ customerId, pick, day }: Occasion): Wish[] {
  const [k, rest] = [pick % mostContracts, Math.floor(pick / mostContracts)];
  const contract = contractOf(customerId, k);
  return [
    ask("owner", contract, { type: "openDraft" }),
    ask("owner", contract, orderForm(contract.machineId, day, rest)),
  ];
}

/** A whole order, mostly from the form to the day of its start, seldom another way. */
export function establishing(occasion: Occasion): Wish[] {
  const [opened, submitted] = ordering(occasion);
  if (!opened || !submitted) return [];
  const { wishedStart } = submitted.event as unknown as { wishedStart: string };
  const { actor: _, event: __, ...contract } = opened;
  const staff = (event: MachineEvent) => ask("operations", contract, event);
  const startOn = (startDay: string) => staff({ type: "setStart", startDay });
  const accepted = [staff({ type: "verifyMaintenance" }), staff({ type: "accept" })];
  const usual = [...accepted, startOn(wishedStart)];
  const ways = [
    ...Array.from({ length: 6 }, () => usual),
    ...Array.from({ length: 4 }, () => [...accepted, startOn(later(occasion.day, 60))]),
    ...Array.from({ length: 3 }, () => accepted),
    [...accepted, startOn(later(occasion.day, 20 + (occasion.pick % 50)))],
    [...accepted, ask("owner", contract, { type: "cancel", wish: "earliest" })],
    [ask("owner", contract, { type: "withdraw" })],
    [staff({ type: "reject", reason: "notFeasible" })],
  ];
  return [opened, submitted, ...choose(ways, Math.floor(occasion.pick / 7))[0]];
}

/** A breach suspends by its case. */
const causeOf = (kind: string) => ({
  kind,
  ref: kind === "breach" ? derivedId("breach", "case") : null,
});

/** Everything that people can ask of a contract, at the right time or not. */
function everything(
  { snapshot, ...contract }: ReturnType<typeof machinesOf<ContractContext>>[number],
  { day, pick }: Occasion,
): Wish[] {
  const inDays = later(day, pick % 500);
  return [
    ...[null, "earliest", inDays, later(day, -30)].map((wish) =>
      ask("owner", contract, { type: "cancel", wish }),
    ),
    ...["withdraw", "confirmStart", "declineStart"].map((type) => ask("owner", contract, { type })),
    ...["nonPayment", "breach"].flatMap((kind) => [
      ask("operations", contract, { type: "suspend", cause: causeOf(kind) }),
      ask("operations", contract, { type: "lift", cause: causeOf(kind) }),
    ]),
    ...livingEvents(snapshot.context, day, pick).map((event) =>
      ask(senderOf(event), contract, event),
    ),
    ...[day, inDays].map((startDay) => ask("operations", contract, { type: "setStart", startDay })),
    ask("operations", contract, { type: "reject", reason: "notFeasible" }),
    ...[{ type: "verifyMaintenance" }, { type: "accept" }, ...settlements].map((event) =>
      ask("operations", contract, event),
    ),
    ask("owner", contract, { type: "openDraft" }),
  ];
}

/** Something about one of the customer's contracts; an order where there is none. */
export function anyOfContract(occasion: Occasion): Wish[] {
  const contracts = machinesOf<ContractContext>(occasion.part, "contract");
  if (contracts.length === 0) return ordering(occasion);
  const [contract, rest] = choose(contracts, occasion.pick);
  return [choose(everything(contract, occasion), rest)[0]];
}

/** What the contract's state waits for, as far as people have a part in it. */
function expected(state: string, context: ContractContext, occasion: Occasion): MachineEvent[] {
  const { day, pick } = occasion;
  const { maintenanceVerifiedOn, wishedStart, proposedStart, suspensions } = context;
  const startDay = wishedStart !== null && wishedStart >= day ? wishedStart : later(day, pick % 60);
  const cancel = { type: "cancel", wish: [null, "earliest", later(day, pick % 800)][pick % 3] };
  switch (state) {
    case "submitted":
      if (context.awaitedConsent !== null) {
        return [{ type: "consentToTerms", versionId: context.awaitedConsent }];
      }
      if (pick % 4 === 0) return [{ type: "bindTerms", versionId: `terms ${pick % 3}` }];
      return maintenanceVerifiedOn === null
        ? [{ type: "verifyMaintenance" }]
        : [{ type: "accept" }];
    case "accepted":
      if (pick % 2 === 0) return [cancel, ...livingEvents(context, day, pick)];
      return proposedStart === null
        ? [
            { type: "setStart", startDay },
            { type: "setStart", startDay: later(day, pick % 60) },
          ]
        : [{ type: "confirmStart" }, { type: "confirmStart" }, { type: "declineStart" }, cancel];
    case "ended":
      return settlements;
    case "active": {
      const kind = context.overdueInvoices.length > 0 ? "nonPayment" : "breach";
      const [cause = causeOf(kind)] = suspensions;
      const suspend = ["nonPayment", "breach"].map((each) => {
        return { type: "suspend", cause: causeOf(each) };
      });
      const either =
        suspensions.length > 0 ? [{ type: "lift", cause }] : [{ type: "suspend", cause }];
      const usual = [cancel, cancel, ...suspend, ...either, ...either];
      const added = Array.from({ length: 3 }, () => additionOf(context, pick));
      return [...usual, ...usual, ...added, ...livingEvents(context, day, pick)];
    }
    case "preparing":
      return pick % 3 > 0 ? [cancel, ...livingEvents(context, day, pick)] : [];
    default:
      return pick % 3 === 0 ? [cancel] : [];
  }
}

/** The owner where it may send an event, else operations. */
function senderOf({ type }: MachineEvent): "owner" | "operations" {
  const senders = contractSenders[type as keyof typeof contractSenders];
  return senders.includes("owner") ? "owner" : "operations";
}

/** Takes one of the customer's options on by a step; null where it has none that goes on. */
function advancingOption({ part, pick, day }: Occasion): Wish[] | null {
  const options = machinesOf<OptionContext>(part, "option").filter(
    ({ snapshot: { value } }) => !["ended", "withdrawn", "rejected"].includes(String(value)),
  );
  if (options.length === 0) return null;
  const [{ snapshot, ...option }, rest] = choose(options, pick);
  const { value, context } = snapshot;
  const state = typeof value === "string" ? value : (Object.keys(value)[0] ?? "");
  const events = optionEvents(state, context, day, rest);
  if (events.length === 0) return null;
  const [event, more] = choose(events, rest);
  return answered(event, more).map((each) => {
    const senders = optionSenders[each.type as keyof typeof optionSenders];
    return ask(senders.includes("owner") ? "owner" : "operations", option, each);
  });
}

/** Takes one of the customer's contracts on by a step, so that lives come far. */
export function advancing(occasion: Occasion): Wish[] {
  const contracts = machinesOf<ContractContext>(occasion.part, "contract");
  if (contracts.length === 0) return ordering(occasion);
  // By other digits than those that the contract's events choose by.
  const isOfOption = Math.floor(occasion.pick / 997) % 5 < 2;
  const ofOption = isOfOption ? advancingOption(occasion) : null;
  if (ofOption) return ofOption;
  const [{ snapshot, ...contract }, rest] = choose(contracts, occasion.pick);
  const { value, context } = snapshot;
  const state = typeof value === "string" ? value : (Object.keys(value)[0] ?? "");
  if (state === "draft") {
    return [ask("owner", contract, orderForm(contract.machineId, occasion.day, rest))];
  }
  const events = expected(state, context, { ...occasion, pick: rest });
  if (events.length === 0) return [];
  const [one, more] = choose(events, rest);
  // The end of a contract has several things to settle, which often happens in one go.
  const isArriving = one.type === "cancelByOperator" && (more % 2 === 0 || state === "accepted");
  const said = isArriving
    ? delivered(one, context, occasion.day, Math.floor(more / 2))
    : answered(one, more);
  return (state === "ended" && more % 2 === 0 ? events : said).map((event) =>
    ask(senderOf(event), contract, event),
  );
}
