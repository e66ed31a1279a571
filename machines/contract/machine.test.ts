import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import {
  accepted,
  active,
  declined,
  device,
  drafted,
  endReached,
  ended,
  first,
  fixRenewal,
  fixed,
  notice,
  overdue,
  preparing,
  proposal,
  proposed,
  renew,
  second,
  settled,
  submitted,
  verified,
  withDevice,
  lending,
  loanOpened,
  loanSettled,
  materialGone,
  materialHeld,
  wound,
} from "#test/helpers/contract-past.ts";
import { given, on, type Stamped, type Told } from "#test/helpers/given.ts";
import { submit, erasure } from "#test/helpers/sample-events.ts";
import { contractDefinition } from "./definition.ts";
import { exitSenders } from "./exit-events.ts";
import { standingSenders } from "./standing-events.ts";

const running = { service: "running", term: "open", exit: "none", standing: "good" };
const holding = [...active, materialHeld];
const unsettled = { devices: "settled", data: "stored", money: "open", materials: "held" };
const told = (
  to: unknown,
  clauses: string[],
  effects: string[] = [],
  tells: string[] = [],
): Told => ({
  to,
  clauses,
  tells,
  effects,
});

/** What happened, what comes, what follows: at least one case for every edge of the chart. */
const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["a draft is opened", [], on("2025-03-01", { type: "openDraft" }), told("draft", ["A5.1"])],
  [
    "an order is submitted with an option",
    drafted,
    on("2025-03-02", submit("2025-04-01", [device])),
    told("submitted", ["A5.1"], ["order-received"], ["option.request"]),
  ],
  [
    "an order is withdrawn",
    submitted,
    on("2025-03-03", { type: "withdraw" }),
    told("withdrawn", ["A10.1"], ["order-withdrawn"]),
  ],
  [
    "the maintenance contract is verified",
    submitted,
    on("2025-03-03", { type: "verifyMaintenance" }),
    told("submitted", ["A5.2"]),
  ],
  [
    "an order is accepted",
    verified,
    on("2025-03-04", { type: "accept" }),
    told({ accepted: "startOpen" }, ["A5.1"], ["order-accepted"]),
  ],
  [
    "an order is rejected",
    submitted,
    on("2025-03-04", { type: "reject", reason: "notFeasible" }),
    told("rejected", ["A5.4"], ["order-rejected"]),
  ],
  ["the wished start is set", accepted, fixed, told("preparing", ["A5.5"], ["start-date-fixed"])],
  [
    "another start is proposed",
    accepted,
    proposal,
    told({ accepted: "startProposed" }, ["A5.5"], ["start-date-proposed"]),
  ],
  [
    "the proposal is replaced by another",
    proposed,
    on("2025-03-06", { type: "setStart", startDay: "2025-06-01" }),
    told({ accepted: "startProposed" }, ["A5.5"], ["start-date-proposed"]),
  ],
  [
    "the wished start is set after all",
    proposed,
    on("2025-03-06", { type: "setStart", startDay: "2025-04-01" }),
    told("preparing", ["A5.5"], ["start-date-fixed"]),
  ],
  [
    "the proposal is confirmed on its very day",
    proposed,
    on("2025-05-01", { type: "confirmStart" }),
    told("preparing", ["A5.5"], ["start-date-fixed"]),
  ],
  [
    "the proposal is declined",
    proposed,
    on("2025-03-07", { type: "declineStart" }),
    told({ accepted: "startOpen" }, ["A5.5"]),
  ],
  [
    "notice before a start is fixed",
    accepted,
    notice("2025-03-05"),
    told({ accepted: "startOpen" }, ["A17.1"], ["cancellation-received"]),
  ],
  [
    "the end comes before a start is fixed",
    [...accepted, notice("2025-03-05")],
    endReached("2025-05-06"),
    told({ ended: { ...unsettled, money: "settled" } }, ["A17.1"], ["contract-ended"]),
  ],
  [
    "notice before the start that declines the first renewal",
    preparing,
    notice("2025-03-06"),
    told("preparing", ["A10.2"], ["cancellation-received"]),
  ],
  [
    "notice before the start for the earliest end",
    preparing,
    notice("2025-03-06", "earliest"),
    told("preparing", ["A17.1"], ["cancellation-received"]),
  ],
  [
    "the end comes before the start",
    [...accepted, notice("2025-03-05", "earliest"), proposal],
    endReached("2025-05-06"),
    told({ ended: { ...unsettled, money: "settled" } }, ["A17.1"], ["contract-ended"]),
  ],
  [
    "the end comes while the start is prepared",
    [...proposed, on("2025-03-06", { type: "confirmStart" }), notice("2025-02-20", "earliest")],
    endReached("2025-04-21"),
    told({ ended: { ...unsettled, money: "settled" } }, ["A17.1"], ["contract-ended"]),
  ],
  [
    "the start day comes",
    preparing,
    on("2025-04-01", { type: "startReached" }, 0),
    told({ active: running }, ["A10.1"], ["service-started"], ["invoice.issue"]),
  ],
  [
    "the start day comes after a notice",
    [...preparing, notice("2025-03-06")],
    on("2025-04-01", { type: "startReached" }, 0),
    told(
      { active: { ...running, exit: "pending" } },
      ["A10.1"],
      ["service-started"],
      ["invoice.issue"],
    ),
  ],
  [
    "a reminder of the renewal is due",
    active,
    on("2026-01-01", { type: "remindRenewal", id: "remind/customer/30", to: "customer" }, 9),
    told({ active: running }, ["A10.2"], ["renewal-reminder"]),
  ],
  [
    "the notice day is over",
    active,
    fixRenewal,
    told({ active: { ...running, term: "renewalFixed" } }, ["A10.2"]),
  ],
  [
    "the term is over",
    [...active, fixRenewal],
    renew,
    told({ active: running }, ["A10.2"], ["renewed"], ["invoice.issue"]),
  ],
  [
    "the term is over, with an option",
    [...withDevice, fixRenewal],
    renew,
    told({ active: running }, ["A10.2"], ["renewed"], ["option.termBegun", "invoice.issue"]),
  ],
  [
    "the terms change before the acceptance",
    submitted,
    on("2025-03-03", { type: "bindTerms", versionId: "2026-2" }),
    told("submitted", ["A5.1"], ["terms-consent-needed"]),
  ],
  [
    "the applicant consents to the changed terms",
    [...submitted, on("2025-03-03", { type: "bindTerms", versionId: "2026-2" })],
    on("2025-03-04", { type: "consentToTerms", versionId: "2026-2" }),
    told("submitted", ["A5.1"]),
  ],
  [
    "notice in time",
    active,
    notice("2026-01-31"),
    told({ active: { ...running, exit: "pending" } }, ["A10.2"], ["cancellation-received"]),
  ],
  [
    "notice for an end within the term",
    active,
    notice("2025-06-10", "earliest"),
    told({ active: { ...running, exit: "pending" } }, ["A17.1"], ["cancellation-received"]),
  ],
  [
    "a second notice declines the renewal before the later end of the first",
    [...active, notice("2025-06-10", "2026-05-31")],
    notice("2025-07-10"),
    told({ active: { ...running, exit: "pending" } }, ["A10.2"], ["cancellation-received"]),
  ],
  [
    "a second notice for an earlier end",
    declined.slice(0, -1).concat(notice("2025-06-10")),
    notice("2025-07-10", "2025-12-31"),
    told({ active: { ...running, exit: "pending" } }, ["A17.1"], ["cancellation-received"]),
  ],
  [
    "the declined term is over with an invoice unpaid",
    declined,
    endReached("2026-04-01"),
    told({ ended: unsettled }, ["A10.2"], ["contract-ended"], ["invoice.limitDueDay"]),
  ],
  [
    "an earlier end comes, the fee being paid",
    [...withDevice, settled, notice("2025-06-10", "earliest")],
    endReached("2025-08-11"),
    told(
      { ended: { ...unsettled, devices: "outstanding", money: "settled" } },
      ["A17.1"],
      ["contract-ended"],
      ["invoice.endEarning", "option.end"],
    ),
  ],
  ["a due day passes unpaid", active, overdue, told({ active: running }, ["A14.3"])],
  ["the fee is paid", active, settled, told({ active: running }, ["A12.2"])],
  [
    "an invoice that was settled is owed again",
    [...active, settled],
    on("2025-06-20", { type: "invoiceReopened", invoiceId: first }),
    told({ active: running }, ["A12.2"]),
  ],
  [
    "an invoice is owed again after the end",
    ended,
    on("2026-04-20", { type: "invoiceReopened", invoiceId: second }),
    told({ ended: unsettled }, ["A17.2"], [], ["invoice.limitDueDay", "invoice.limitDueDay"]),
  ],
  [
    "every debt falls due at once after the end",
    ended,
    on("2026-04-02", { type: "accelerate", dueDay: "2026-04-02", clause: "A16.2" }),
    told({ ended: unsettled }, ["A16.2"], [], ["invoice.accelerate"]),
  ],
  [
    "the last invoice is paid after the end",
    ended,
    on("2026-05-10", { type: "invoiceSettled", invoiceId: first }),
    told({ ended: { ...unsettled, money: "settled" } }, ["A17.2"]),
  ],
  [
    "one of two invoices is paid after the end",
    [...active, fixRenewal, renew, notice("2026-05-01", "earliest"), endReached("2026-07-02")],
    on("2026-07-10", { type: "invoiceSettled", invoiceId: second }),
    told({ ended: unsettled }, ["A17.2"]),
  ],
  [
    "data are erased",
    ended,
    on("2026-04-02", erasure),
    told({ ended: { ...unsettled, data: "erased" } }, ["A18.1"], ["data-erased"]),
  ],
  [
    "the customer is reminded to save its data",
    ended,
    on("2026-05-17", { type: "remindExport" }, 9),
    told({ ended: unsettled }, ["A14.6"], ["export-reminder"]),
  ],
  [
    "materials are given back",
    ended,
    on("2026-04-02", { type: "materialsSettled" }),
    told({ ended: { ...unsettled, materials: "returned" } }, ["A25.5"]),
  ],
  [
    "the devices are the last thing settled",
    wound,
    on("2026-04-04", { type: "devicesSettled" }),
    told("closed", ["A8.1"], ["final-settlement"]),
  ],
  [
    "a device is lent before the start is fixed",
    accepted,
    loanOpened,
    told({ accepted: "startOpen" }, ["A7.1"]),
  ],
  ["a device is lent before the start", preparing, loanOpened, told("preparing", ["A7.1"])],
  ["a device is lent", active, loanOpened, told({ active: running }, ["A7.1"])],
  [
    "a loan is settled before the start is fixed",
    [...accepted, loanOpened],
    loanSettled,
    told({ accepted: "startOpen" }, ["A8.1"]),
  ],
  [
    "a loan is settled before the start",
    [...preparing, loanOpened],
    loanSettled,
    told("preparing", ["A8.1"]),
  ],
  ["a loan is settled", lending, loanSettled, told({ active: running }, ["A8.1"])],
  [
    "the last loan is settled after the end",
    [...lending, notice("2026-01-31"), endReached("2026-04-01")],
    loanSettled,
    told({ ended: unsettled }, ["A8.1"]),
  ],
  [
    "nothing is lent any more at the end",
    [...lending, loanSettled, notice("2025-06-10", "earliest")],
    endReached("2025-08-11"),
    told(
      { ended: unsettled },
      ["A17.1"],
      ["contract-ended"],
      ["invoice.endEarning", "option.end", "invoice.limitDueDay"],
    ),
  ],
  [
    "materials are held before the start is fixed",
    accepted,
    materialHeld,
    told({ accepted: "startOpen" }, ["A25.1"]),
  ],
  ["materials are held before the start", preparing, materialHeld, told("preparing", ["A25.1"])],
  ["materials are held", active, materialHeld, told({ active: running }, ["A25.1"])],
  [
    "materials are gone before the start is fixed",
    [...accepted, materialHeld],
    materialGone,
    told({ accepted: "startOpen" }, ["A25.5"]),
  ],
  [
    "materials are gone before the start",
    [...preparing, materialHeld],
    materialGone,
    told("preparing", ["A25.5"]),
  ],
  ["materials are gone", holding, materialGone, told({ active: running }, ["A25.5"])],
  [
    "materials go back after the end",
    [...holding, notice("2026-01-31"), endReached("2026-04-01")],
    materialGone,
    told({ ended: unsettled }, ["A25.5"]),
  ],
  [
    "materials that come after the end go back at once",
    ended,
    materialHeld,
    told({ ended: unsettled }, ["A25.1"], [], ["materialRequest.contractEnded"]),
  ],
];

test("what is held is asked back when the contract ends, and settled only when it is gone", () => {
  const over = [...holding, notice("2026-01-31")];
  const { told: said } = given(contractDefinition, ...over).whenTaken(endReached("2026-04-01"));
  expect(said.tells).toContain("materialRequest.contractEnded");
  const settles = on("2026-04-06", { type: "materialsSettled" });
  const past = [...over, endReached("2026-04-01")];
  expect(given(contractDefinition, ...past).when(settles)).toBeNull();
  expect(given(contractDefinition, ...past, materialGone).when(settles)).not.toBeNull();
});

/** The rest is what `exits.test.ts` and `standing.test.ts` walk. */
function isOwn(edge: string): boolean {
  const [place = "", type = ""] = edge.split(" ");
  if (place.startsWith("contract.active.")) return place.startsWith("contract.active.term");
  const isStanding = type in standingSenders && !/submitted|ended/.test(place);
  return !(type in exitSenders) && !isStanding && !/option|Option|paysOff|takeOver/.test(edge);
}

describe("given its past, when an event comes, then the contract", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(contractDefinition, ...before).when(event)?.told).toEqual(then);
  });

  test("has a case for every edge of its chart, and takes one edge an event", () => {
    const { taken, together } = edgesOfCases(contractDefinition, cases);
    expect(together).toEqual([]);
    const own = declaredEdges(contractDefinition.machine).filter(isOwn);
    expect(taken.filter(isOwn)).toEqual(own);
  });
});
