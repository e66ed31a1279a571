import { setTimeout as pause } from "node:timers/promises";
import { demoPassword } from "#db/seed/demo-accounts.ts";
import type { Journal } from "../journal.ts";
import { filledIn, formsOf } from "../page-form.ts";
import { chanceOf, type Chance } from "../random.ts";
import { openVisitor, type Answer, type Visitor, type Weather } from "../visitor.ts";

/** What all actors of a run share. */
export interface Load {
  readonly origin: string;
  readonly sandboxUrl: string;
  readonly seed: number;
  readonly journal: Journal;
  readonly weather: Weather;
  /** Answers that no page should have given. */
  readonly surprises: string[];
  /** Whether actors shall finish what they do and go. */
  isOver(): boolean;
}

/** An answer that no page should give. */
export class Surprise extends Error {}

/** Where an answer leads to. Throws a Surprise where it leads nowhere. */
export function redirectOf(answer: Answer, what: string): string {
  if (answer.location !== null && answer.status >= 300 && answer.status < 400) {
    return answer.location;
  }
  throw new Surprise(`${what} answered ${answer.status}`);
}

/** A page that is there. Throws a Surprise for any other answer. */
export function pageOf(answer: Answer, what: string): string {
  if (answer.status === 200) return answer.html;
  throw new Surprise(`${what} answered ${answer.status}`);
}

/** The visitor's form on a page that has the button or field `name=value`, with these fields filled in. */
export function pressed(
  html: string,
  name: string,
  value: string,
  typed: Record<string, string | readonly string[]> = {},
): [string, string][] | null {
  const form = formsOf(html).find(({ buttons, fields }) =>
    [...buttons, ...fields.map(([field, text]) => ({ name: field, value: text }))].some(
      (one) => one.name === name && one.value === value,
    ),
  );
  return form ? filledIn(form, { ...typed, [name]: value }) : null;
}

/** What a form sends under a name. */
export function fieldOf(fields: readonly [string, string][], name: string): string {
  const found = fields.find(([field]) => field === name);
  if (!found) throw new Surprise(`a form has no field ${name}`);
  return found[1];
}

/** The portal's present day in Tokyo, `days` later, as an ISO day. */
export async function dayAhead({ sandboxUrl }: Load, days: number): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/clock`);
  const { now } = (await answer.json()) as { now: string };
  const tokyo = Date.parse(now) + 9 * 3_600_000 + days * 86_400_000;
  return new Date(tokyo).toISOString().slice(0, 10);
}

export const luckOf = ({ seed }: Load, name: string): Chance => chanceOf(seed, name);

/** A browser in which a person of the demo is signed in. */
export async function signedIn(load: Load, email: string): Promise<Visitor> {
  const visitor = openVisitor(load.origin, load.weather);
  const answer = await visitor.post("/sign-in", [
    ["email", email],
    ["password", demoPassword],
  ]);
  redirectOf(answer, `signing in as ${email}`);
  return visitor;
}

/**
 * Brings an actor in, then lets it act until the load is over; what goes wrong is written down and
 * stops nobody. Resolves once it is in, with what resolves when it has gone.
 */
export async function bringIn(
  load: Load,
  name: string,
  begin: () => Promise<() => Promise<void>>,
): Promise<{ gone: Promise<void> }> {
  const act = await begin();
  const chance = luckOf(load, `${name}/pauses`);
  const acting = async () => {
    while (!load.isOver()) {
      await act().catch((error: unknown) => {
        const what = error instanceof Surprise ? error.message : String((error as Error).stack);
        load.surprises.push(`${name}: ${what}`);
      });
      await pause(chance.whole(20, 200));
    }
  };
  return { gone: acting() };
}
