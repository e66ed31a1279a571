import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { definitions } from "#machines/registry.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import { kindNamed } from "./act-on-matter.ts";
import { openingOf, registeredFields, type MatterSide } from "./acts.ts";
import { choicesForMatter, type MatterChoices } from "./place-of-matter.ts";
import { readRegistered } from "./registered-change.ts";

/** What the form that begins a matter needs. */
export interface Opening {
  kind: MatterKind;
  /** The act that begins it. */
  type: string;
  choices: MatterChoices;
  /** What the form holds at first, by field. */
  beginning: Record<string, string>;
}

/**
 * The form by which a side begins a matter of a kind; a change of registered information begins with what
 * is registered now.
 *
 * @throws Problem `notFound` for no kind that this side begins, `notAllowed` for other roles
 */
export async function readOpening(
  principal: Principal,
  side: MatterSide,
  kindName: string,
): Promise<Opening> {
  const kind = kindNamed(kindName);
  const type = openingOf(kind, side);
  if (type === null) throw new Problem("notFound", `${side} begins no ${kind}`);
  if (side === "operations") {
    asStaff(principal, "operations");
    return { kind, type, choices: { contracts: [], loans: [] }, beginning: {} };
  }
  const { customerId } = asMember(principal);
  const may = principal.roles.some((role) => definitions[kind].senders[type]?.includes(role));
  if (!may) throw new Problem("notAllowed", `may not begin ${kind}`);
  const registered = kind === "informationChange" ? await readRegistered(customerId) : null;
  const values = registeredFields.map((name) => [name, registered?.[name] ?? ""]);
  return {
    ...{ kind, type, choices: await choicesForMatter(principal) },
    beginning: registered ? Object.fromEntries(values) : {},
  };
}
