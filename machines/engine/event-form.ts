import { z, type ZodType } from "zod";
import type { MachineEvent } from "./outgoing.ts";

/** One thing to fill in for an event, as its schema has it. */
export interface EventField {
  /** Where it goes: "wish", or "cause.kind" within an object. */
  name: string;
  input: "day" | "id" | "text" | "amount" | "choice";
  /** The answers of a choice; "null" stands for none of the others. */
  choices: string[];
  /** Whether a day may be given in place of one of the choices. */
  orDay: boolean;
  /** Whether it may be left empty. */
  optional: boolean;
  preset: string;
}

/** The part of JSON Schema in which zod describes the members of events. */
interface Described {
  type?: string;
  const?: string;
  enum?: string[];
  format?: string;
  allOf?: { pattern?: string }[];
  anyOf?: Described[];
  properties?: Record<string, Described>;
  required?: string[];
  default?: string;
}

const isId = ({ allOf }: Described) =>
  allOf?.some(({ pattern }) => pattern?.includes("[0-9a-fA-F]{8}-")) ?? false;

const none: Omit<EventField, "name" | "input"> = {
  choices: [],
  orDay: false,
  optional: false,
  preset: "",
};

/** The field for one alternative or one plain member; null for lists, which no form can ask for. */
function plainField(name: string, described: Described): EventField | null {
  if (described.enum) return { ...none, name, input: "choice", choices: described.enum };
  if (described.format === "date") return { ...none, name, input: "day" };
  if (isId(described)) return { ...none, name, input: "id" };
  if (described.type === "integer") return { ...none, name, input: "amount" };
  if (described.type === "array") return null;
  return { ...none, name, input: "text" };
}

function fieldsOfMember(name: string, described: Described): (EventField | null)[] {
  const { properties, anyOf, default: preset } = described;
  if (properties) {
    return Object.entries(properties).flatMap(([inner, of]) =>
      fieldsOfMember(`${name}.${inner}`, of),
    );
  }
  if (!anyOf) {
    const field = plainField(name, described);
    return [field && preset !== undefined ? { ...field, preset } : field];
  }
  const words = anyOf.flatMap((one) => (one.const === undefined ? [] : [one.const]));
  const others = anyOf.filter((one) => one.type !== "null" && one.const === undefined);
  const isNullable = anyOf.some(({ type }) => type === "null");
  const other = others[0] && plainField(name, others[0]);
  if (words.length === 0) return [other ? { ...other, optional: isNullable } : null];
  const choices = [...(isNullable ? ["null"] : []), ...words];
  return [{ ...none, name, input: "choice", choices, orDay: other?.input === "day" }];
}

/** What an event of a machine asks for: its fields; null for one that no form can make, or no event. */
export function fieldsOf(events: ZodType<MachineEvent>, type: string): EventField[] | null {
  const options = (events as unknown as { options: { shape: { type: { value: string } } }[] })
    .options;
  const event = options.find(({ shape }) => shape.type.value === type);
  if (!event) return null;
  const described = z.toJSONSchema(event as unknown as ZodType, {
    io: "input",
    unrepresentable: "any",
  }) as Described;
  const { type: _, ...members } = described.properties ?? {};
  const fields = Object.entries(members).flatMap(([name, of]) => fieldsOfMember(name, of));
  return fields.every((field) => field !== null) ? fields : null;
}

function valueOf(field: EventField, typed: (name: string) => string): unknown {
  const text = typed(field.name).normalize("NFKC").trim();
  if (field.orDay && text === "day") return typed(`${field.name}.day`).trim();
  if (text === "null" && field.choices.includes("null")) return null;
  if (text === "" && field.optional) return null;
  if (field.input === "amount") return /^\d+$/.test(text) ? Number(text) : text;
  return text;
}

/**
 * The event that a filled-in form makes; its schema still has to judge it.
 *
 * @param typed the text of a field by its name; the day beside a choice is named "wish.day"
 */
export function eventOf(
  type: string,
  fields: readonly EventField[],
  typed: (name: string) => string,
): MachineEvent {
  const event: MachineEvent = { type };
  for (const field of fields) {
    const [first = "", ...inner] = field.name.split(".");
    const value = valueOf(field, typed);
    if (inner.length === 0) event[first] = value;
    else event[first] = { ...(event[first] as object | undefined), [inner.join(".")]: value };
  }
  return event;
}

/** The names of the fields that a schema finds wrong in an event. */
export function wrongFields(
  events: ZodType<MachineEvent>,
  event: MachineEvent,
  fields: readonly EventField[],
): string[] {
  const parsed = events.safeParse(event);
  if (parsed.success) return [];
  const paths = parsed.error.issues.map(({ path }) => path.join("."));
  return fields
    .map(({ name }) => name)
    .filter((name) => paths.some((path) => name.startsWith(path)));
}
