import type { derivation as ja } from "../../ja/contract/derivation.ts";

const labels: Record<string, string> = {
  termEnd: "the end of the term",
  notice: "the end of two months from the notice",
  wished: "the day wished for",
  termStart: "the first day of the term",
  issuedOn: "the day of issue",
  deliveredOn: "the day of delivery",
  invoice: "the invoice's due day",
  acceleration: "the day on which all falls due",
  contractEnd: "the due day after the contract's end",
};

/** How a day was found, in words; days come in as they are shown. */
export const derivation: typeof ja = {
  ask: "Why this day?",
  result: (day) => `So it is ${day}.`,
  periodFrom: (first, months) =>
    `A period of ${months} months whose first day is ${first}; that day counts.`,
  eventFrom: (event, first, months) =>
    `${months} months from what happens on ${event}. That day is not counted; counting begins the day after, on ${first}.`,
  corresponding: (corresponding, result) =>
    `The day that corresponds to the first counted day is ${corresponding}; the period ends the day before, on ${result}.`,
  monthEnd: (result) =>
    `The last month has no corresponding day, so the period ends on its last day, ${result}.`,
  daysAfter: (event, first, days, result) =>
    `Counted from ${first}, the day after ${event}, day number ${days} is ${result}.`,
  daysBefore: (from, days, result) => `${days} days before ${from} is ${result}.`,
  endOfThisMonth: (from, result) => `The month of ${from} ends on ${result}.`,
  endOfLaterMonth: (from, months, result) =>
    months === 1
      ? `The month after that of ${from} ends on ${result}.`
      : `${months} months after that of ${from}, the month ends on ${result}.`,
  monthsBefore: (from, months, result) =>
    `The same day ${months} months before ${from} is ${result}.`,
  monthsBeforeClamped: (from, months, result) =>
    `${months} months before ${from} there is no such day, so it is the month's last day, ${result}.`,
  timely: (target, months, result) =>
    `The latest day whose ${months} months from the notice end by ${target} is ${result}.`,
  timelyBefore: (target, months, result) =>
    `The latest day whose ${months} months from the announcement end before ${target} is ${result}.`,
  inTime: (notice, end) => `From ${notice} they end on ${end}: in time.`,
  tooLate: (notice, end) => `From ${notice} they end on ${end}: too late.`,
  laterReading: (a, b, result) =>
    `The period can be read in two ways (${a} and ${b}); the later one, ${result}, is better for the customer and holds.`,
  sameReading: (result) => `Both readings of the period lead to ${result}.`,
  operatorReading: (result) => `The operator's last day to announce it is ${result}.`,
  bankOpen: (day) => `Banks are open on ${day}, so it stays.`,
  bankClosed: (day, reason) => `Banks are closed on ${day} (${reason}).`,
  bankNext: (day) => `It moves to the next banking day, ${day}.`,
  closures: {
    saturday: "Saturday",
    sunday: "Sunday",
    holiday: "national holiday",
    yearEnd: "turn of the year",
  },
  only: (label, day) => `It is ${label}: ${day}.`,
  earliest: (label, day) => `The earliest of them holds: ${label}, ${day}.`,
  latest: (label, day) => `The latest of them holds: ${label}, ${day}.`,
  label: (name) => labels[name] ?? name,
};
