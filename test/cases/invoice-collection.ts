import { on, type Stamped, type Told } from "#test/helpers/given.ts";

const paymentId = "0199aaaa-0000-7000-8000-0000000000b1";
const cardId = "0199aaaa-0000-7000-8000-0000000000ca";

/** An invoice of 1,100 yen, due on 2025-06-02. */
const issued = on(
  "2025-04-01",
  {
    type: "issue",
    contractId: "0199aaaa-0000-7000-8000-0000000000c1",
    reason: "annualFee",
    ...{ periodStart: "2025-04-01", periodEnd: "2026-03-31", dueDay: "2025-06-02" },
    lines: [{ menuCode: "m", nameJa: "監視", nameEn: "M", amount: 1000, ratePercent: 10 }],
    taxes: [{ ratePercent: 10, taxable: 1000, tax: 100 }],
    ...{ subtotal: 1000, tax: 100, total: 1100 },
  },
  0,
);
const part = on("2025-04-03", {
  ...{ type: "paymentReceived", paymentId, amount: 400, valueDay: "2025-04-03" },
});
const near = on("2025-05-26", { type: "chargeNears" }, 9);
const announce = on("2025-05-26", { type: "announceCharge", cardId }, 9);
const due = on("2025-06-02", { type: "chargeDue" }, 9);
const start = on("2025-06-02", { type: "startCharge", paymentId, cardId }, 9);
const hold = on("2025-06-02", { type: "holdCharge", cardId }, 9);
const stop = on("2025-05-27", { type: "stopCharge" });
const resume = on("2025-05-28", { type: "resumeCharge" });
const late = on("2025-06-03", { type: "dueDayPassed" }, 0);

type Case = [name: string, past: Stamped[], event: Stamped, then: Told];

const told = (to: string, effects: string[] = [], tells: string[] = []): Told => ({
  ...{ to, clauses: ["A12.2"], tells, effects },
});

const announced = (to: string, past: Stamped[]): Case[] => [
  [`asks for a card before its day, ${to}`, past, near, told(to, ["collectByCard"])],
  [`announces a charge, ${to}`, past, announce, told(to, ["card-charge-announced"])],
];

/** What a saved card makes of an owed invoice, in each state in which one is owed. */
export const collectionCases: Case[] = [
  { to: "issued", past: [issued] },
  { to: "partlyPaid", past: [issued, part] },
  { to: "overdue", past: [issued, late] },
].flatMap(({ to, past }): Case[] => [
  ...(to === "overdue" ? [] : announced(to, past)),
  [`asks for a card on its day, ${to}`, past, due, told(to, ["collectByCard"])],
  [`charges a card, ${to}`, [...past, due], start, told(to, [], ["payment.create"])],
  [`holds a charge back, ${to}`, [...past, due], hold, told(to)],
  [`is paid by hand, ${to}`, past, stop, told(to)],
  [`is left to its card after all, ${to}`, [...past, stop], resume, told(to)],
]);

/** What it does not take: each of these changes nothing. */
export const notCollected: [name: string, past: Stamped[], event: Stamped][] = [
  ["charges nothing unasked", [issued], start],
  ["charges nothing that was stopped", [issued, due, stop], start],
  ["charges nothing beside an open payment", [issued, due, start], start],
  ["announces the same day once", [issued, announce], announce],
  [
    "never charges a card again that was refused for good",
    [
      ...[issued, due, start],
      on("2025-06-02", { type: "paymentClosed", paymentId, again: "never", cardId }, 9),
      on("2025-06-05", { type: "chargeDue" }, 9),
    ],
    on("2025-06-05", { type: "startCharge", paymentId, cardId }, 9),
  ],
];
