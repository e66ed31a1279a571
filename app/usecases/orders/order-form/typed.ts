import { stepFields, type FormStep } from "./steps.ts";

/** A step as it was typed: text by field, and for several answers to one question a list. */
export type TypedStep = Record<string, string | string[]>;

/** The order form as it was typed, right or wrong, as far as it was filled in. */
export type TypedOrder = Partial<Record<FormStep, TypedStep>>;

/** Longer texts are cut: whatever a field asks for is far shorter. */
const keptCharacters = 2000;
const keptAnswers = 50;

// PostgreSQL stores neither NUL nor half of a surrogate pair.
const storable = (text: string) =>
  text.replaceAll("\0", "").slice(0, keptCharacters).toWellFormed();

/** What a submitted page carries for its own fields; anything else is left out. */
export function typedFrom(form: FormData, step: FormStep): TypedStep {
  const typed: TypedStep = {};
  for (const name of stepFields[step]) {
    const answers = form
      .getAll(name)
      .filter((value) => typeof value === "string")
      .slice(0, keptAnswers)
      .map(storable);
    if (name === "options") typed[name] = answers;
    else if (answers[0] !== undefined) typed[name] = answers[0];
  }
  return typed;
}

/** A typed step as a browser would submit it, to be checked by the same schema. */
export function asFormData(typed: TypedStep): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) {
    for (const answer of Array.isArray(value) ? value : [value]) form.append(name, answer);
  }
  return form;
}
