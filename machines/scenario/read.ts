import type { z } from "zod";
import { commandFormat, scenarioFormat } from "./format.ts";
import { instantOf } from "./instants.ts";
import { readJson, type LocatedJson } from "./located-json.ts";
import { ScenarioError, type Problem } from "./problem.ts";

/** What shall happen to one customer. */
export interface Scenario {
  customerNumber: number;
  /** ISO day in Tokyo to whose end the run goes. */
  until: string;
  commands: DatedCommand[];
}

export interface DatedCommand {
  /** ISO instant; never earlier than that of the command before. */
  at: string;
  name: string;
  /** Beside those of the command itself, `contract` where it concerns one. */
  members: Record<string, unknown>;
}

type Path = readonly PropertyKey[];

function isThere(value: unknown, path: Path): boolean {
  let inside: unknown = value;
  for (const key of path) {
    if (typeof inside !== "object" || inside === null || !Object.hasOwn(inside, key)) return false;
    inside = (inside as Record<PropertyKey, unknown>)[key];
  }
  return true;
}

function textOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_union") return issue.message.replace(/^Invalid input: /, "");
  const wants = issue.errors.flat().map((one) => textOf(one).replace(/, received \w+$/, ""));
  return [...new Set(wants)].join(", or ");
}

/** The problems of one part of the file that doesn't fit its format: of each member the first. */
function problemsOf({ value, lineOf }: LocatedJson, part: Path, error: z.ZodError): Problem[] {
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const path = [...part, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => {
        return { line: lineOf([...path, key]), message: `${key} is not known here` };
      });
    }
    const name = path.map(String).join(".") || "the scenario";
    if (seen.has(name)) return [];
    seen.add(name);
    const message = isThere(value, path) ? `${name}: ${textOf(issue)}` : `${name} is missing`;
    return [{ line: lineOf(path), message }];
  });
}

/** What each command's own format says of it, and the commands that fit. */
function readCommands(json: LocatedJson): { problems: Problem[]; commands: DatedCommand[] } {
  const problems: Problem[] = [];
  const commands: DatedCommand[] = [];
  const items = (json.value as { commands?: unknown } | null)?.commands;
  for (const [n, item] of (Array.isArray(items) ? items : []).entries()) {
    const name: unknown = (item as { do?: unknown } | null)?.do;
    const format = typeof name === "string" ? commandFormat(name) : null;
    const parsed = format?.safeParse(item);
    if (parsed?.success) {
      const { at, do: word, ...members } = parsed.data;
      commands.push({ at: instantOf(String(at)), name: String(word), members });
    } else if (parsed) problems.push(...problemsOf(json, ["commands", n], parsed.error));
  }
  return { problems, commands };
}

/** Commands that go back in time, come after the run, or concern a contract that nobody ordered. */
function wrongOrder({ lineOf }: LocatedJson, { until, commands }: Scenario): Problem[] {
  const ordered = new Set<unknown>();
  const end = Date.parse(instantOf(`${until}T23:59:59`));
  return commands.flatMap(({ at, name, members }, n) => {
    const path = ["commands", n];
    const found: Problem[] = [];
    const before = commands[n - 1];
    if (before && at < before.at) {
      const message = `commands.${n}.at is earlier than the command before it`;
      found.push({ line: lineOf([...path, "at"]), message });
    }
    if (Date.parse(at) > end) {
      const message = `commands.${n}.at is later than until`;
      found.push({ line: lineOf([...path, "at"]), message });
    }
    const { contract } = members;
    if (name === "order") ordered.add(contract);
    else if (contract !== undefined && !ordered.has(contract)) {
      const message = `commands.${n}.contract: no order before it is of a contract ${String(contract)}`;
      found.push({ line: lineOf([...path, "contract"]), message });
    }
    return found;
  });
}

/**
 * Reads a scenario's file.
 *
 * @throws ScenarioError with every problem and its line: no JSON, an unknown command, a member that is
 *   missing, unknown or malformed, days out of order, a contract that was never ordered
 */
export function readScenario(text: string): Scenario {
  const json = readJson(text);
  const whole = scenarioFormat.safeParse(json.value);
  const { problems, commands } = readCommands(json);
  if (!whole.success) problems.push(...problemsOf(json, [], whole.error));
  const distinct = [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
  if (!whole.success || distinct.length > 0) throw new ScenarioError(distinct);
  const { customer, until } = whole.data;
  const scenario = { customerNumber: customer.number, until, commands };
  const misplaced = wrongOrder(json, scenario);
  if (misplaced.length > 0) throw new ScenarioError(misplaced);
  return scenario;
}
