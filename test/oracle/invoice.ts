import { Counter, layDown } from "./debts.ts";

/** Something that happens to an invoice's money on a numbered day; a day's payments come before its decisions. */
export interface OracleMove {
  on: number;
  amount: number;
  kind: "received" | "credited" | "claimed" | "waived";
}

/** How an invoice stands at the end of a day, in whole yen. */
export interface OracleStanding {
  /** What it still asks for. */
  rest: number;
  /** Damages that nobody has paid, invoiced or waived. */
  open: number;
  /** Decided on beyond what was there. */
  tooMuch: number;
  /** What payments beyond its amount paid of the damages, and what is left over of them. */
  onTopToDamages: number;
  credit: number;
}

/**
 * Lives through the days of one invoice. Once its whole amount has come in, the clock stands still: what
 * comes or is decided later counts as if it were still that day.
 */
export function liveThrough(
  invoice: { due: number; total: number; perMille: number },
  moves: readonly OracleMove[],
  lastDay: number,
): OracleStanding {
  const counter = new Counter({ ...invoice, principal: invoice.total });
  let came = 0;
  let wanted = 0;
  let tooMuch = 0;
  let stopped: number | null = null;
  const clock = (day: number) => (stopped === null ? day : stopped);
  const openOn = (day: number) => {
    const rest = came < invoice.total ? invoice.total - came : 0;
    const open = counter.unpaid + counter.damagesOwed(clock(day)) - rest;
    return open > 0 ? open : 0;
  };
  for (let day = 0; day <= lastDay; day += 1) {
    const today = moves.filter((move) => move.on === day);
    // A credit note takes coins off the principal alone, and its own day is free of damages.
    for (const move of today.filter(({ kind }) => kind === "credited")) {
      const coins = move.amount < counter.unpaid ? move.amount : counter.unpaid;
      counter.takeOff(coins, stopped === null ? day - 1 : stopped, true);
      came += move.amount;
      wanted += coins;
      if (came >= invoice.total && stopped === null) stopped = day;
    }
    for (const move of today.filter(({ kind }) => kind === "received")) {
      const { over } = layDown([counter], move.amount, clock(day));
      came += move.amount;
      wanted += move.amount - over;
      if (came >= invoice.total && stopped === null) stopped = day;
    }
    for (const move of today.filter(({ kind }) => kind === "claimed" || kind === "waived")) {
      const open = openOn(day);
      const taken = move.amount < open ? move.amount : open;
      tooMuch += move.amount - taken;
      layDown([counter], taken, clock(day), true);
    }
  }
  const rest = came < invoice.total ? invoice.total - came : 0;
  const beyond = came > invoice.total ? came - invoice.total : 0;
  const credit = came - wanted;
  return {
    ...{ rest, open: openOn(lastDay), tooMuch },
    ...{ onTopToDamages: beyond > credit ? beyond - credit : 0, credit },
  };
}
