import { Problem } from "#app/usecases/problem.ts";

/**
 * What a form of a page asks for.
 *
 * @throws Problem `invalid` for a word that no form of the page sends
 */
export function deedNamed<Deed>(deeds: Readonly<Record<string, Deed>>, intent: string): Deed {
  const deed = Object.hasOwn(deeds, intent) ? deeds[intent] : undefined;
  if (!deed) throw new Problem("invalid", "no such form");
  return deed;
}
