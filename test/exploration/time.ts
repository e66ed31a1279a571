import type { Timer } from "#machines/engine/due.ts";
import { placeAt, type Place } from "./place.ts";
import { customerId } from "./subject.ts";

/** What only writes a mail or books a month is no place to stop at. */
const isPassing = ({ event }: Timer) => ["remindRenewal", "remind", "earn"].includes(event.type);

const secondsLater = (instant: string, seconds: number) =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** The instant of the next deadline that changes something, or null. */
function nextStop({ world }: Place): string | null {
  const timers = [...world.of(customerId).timers.values()].flat();
  const due = timers.filter((timer) => !isPassing(timer)).map(({ dueAt }) => dueAt);
  return due.toSorted()[0] ?? null;
}

/**
 * The places to which time alone leads: the last second before the next deadline, the moment after it in
 * which nothing has fired yet, and the sweep that fires it. Reminders on the way go out, and months are booked.
 *
 * @param onlyFire true for the sweep alone
 */
export function waits(place: Place, onlyFire = false): { name: string; place: Place }[] {
  const due = nextStop(place);
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
