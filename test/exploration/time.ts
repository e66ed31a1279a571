import { placeAt, type Place } from "./place.ts";
import { customerId } from "./subject.ts";

/** Events of deadlines that are no place to stop at, since they only write a mail or book a month. */
export type Passing = ReadonlySet<string>;

const secondsLater = (instant: string, seconds: number) =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** The instant of the next deadline that changes something, or null. */
function nextStop({ world }: Place, passing: Passing): string | null {
  const timers = [...world.of(customerId).timers.values()].flat();
  const due = timers.filter(({ event }) => !passing.has(event.type)).map(({ dueAt }) => dueAt);
  return due.toSorted()[0] ?? null;
}

/**
 * The places to which time alone leads: the last second before the next deadline, the moment after it in
 * which nothing has fired yet, and the sweep that fires it. What is passing happens on the way.
 *
 * @param onlyFire true for the sweep alone
 */
export function waits(
  place: Place,
  passing: Passing,
  onlyFire = false,
): { name: string; place: Place }[] {
  const due = nextStop(place, passing);
  if (due === null) return [];
  const to = (name: string, now: string) => {
    const world = place.world.fork();
    world.advance(now);
    return { name, place: placeAt(world, now) };
  };
  const fire = to("fire", secondsLater(due > place.now ? due : place.now, 30));
  if (onlyFire || due <= place.now) return [fire];
  const [before, after] = [secondsLater(due, -1), secondsLater(due, 5)];
  return [
    ...(before > place.now ? [to("last second", before)] : []),
    to("moment after", after),
    fire,
  ];
}
