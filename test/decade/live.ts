import { dayOf } from "#machines/calendar.ts";
import { factsOf } from "#test/exploration/invariants/facts.ts";
import { customerActs } from "./customer-acts.ts";
import { atHour, type Decade, type Somebody } from "./life.ts";
import { figuresOf, faultsOfDay, isTouched, type Seen, type YearFigures } from "./checks.ts";
import { operatorActs } from "./operator-acts.ts";
import { carryOut } from "./spreads.ts";
import { staffActs } from "./staff-acts.ts";

/** What came of years of life. */
export interface Lived {
  years: YearFigures[];
  /** What was wrong, with the day on which it was first seen; at most as many as were asked for. */
  faults: string[];
  checks: number;
}

/** Hours at which something is done: by day, and in the last second and the first ones, before the sweep. */
const lastSecond = 24 - 1 / 3600;
const hours = [9.5, 10, 12, 15, 18, lastSecond] as const;
const beforeSweep = 5 / 3600;

function act(decade: Decade, who: Somebody): void {
  const { chance, customerId } = who;
  const isEarly = chance.happens(10);
  const hour = isEarly ? beforeSweep : chance.pick(hours);
  const now = atHour(decade, hour);
  const facts = factsOf(decade.world.of(customerId), now, !isEarly);
  if (chance.happens(50)) customerActs({ decade, who, facts, hour });
  else staffActs({ decade, who, facts, hour });
}

/**
 * Lives day after day up to a day, that day not included. Whoever was touched is held against the
 * invariants in the evening, everybody at the end of each month, and the sums of all at the end of each year.
 */
export function live(decade: Decade, until: string, mostFaults = 20): Lived {
  const seen: Seen = new Map();
  const lived: Lived = { years: [], faults: [], checks: 0 };
  for (let day = dayOf(decade.day); day.toString() < until; day = day.add({ days: 1 })) {
    decade.day = day.toString();
    const acting = decade.people.filter(({ nextActs }) => nextActs <= decade.day);
    for (const who of acting) {
      who.nextActs = day.add({ days: who.chance.whole(1, 32) }).toString();
      act(decade, who);
    }
    operatorActs(decade);
    carryOut(decade);
    const evening = atHour(decade, lastSecond);
    decade.world.advance(evening);
    // What an operator's deadline brings about can make others due.
    while (carryOut(decade) > 0) decade.world.advance(evening);
    const isMonthEnd = day.day === day.daysInMonth;
    for (const who of decade.people) {
      if (!isMonthEnd && !isTouched(decade, who, seen)) continue;
      lived.checks += 1;
      const faults = faultsOfDay(decade, who, evening, seen);
      lived.faults.push(...faults.map((fault) => `${decade.day} ${fault}`));
    }
    if (lived.faults.length >= mostFaults) return lived;
    if (!isMonthEnd || day.month !== 12) continue;
    const { figures, faults } = figuresOf(decade);
    lived.years.push(figures);
    lived.faults.push(...faults);
  }
  return lived;
}
