import { describe, expect, test } from "vitest";
import { fileOf, ordered } from "#test/helpers/scenarios.ts";
import { ScenarioError } from "./problem.ts";
import { readScenario } from "./read.ts";

function problemsOf(text: string): unknown {
  try {
    return readScenario(text);
  } catch (error) {
    if (error instanceof ScenarioError) {
      return error.problems.map(({ line, message }) => `${line}: ${message}`);
    }
    throw error;
  }
}

/** A file whose commands begin on line 4, one a line, after an order. */
const fileWith = (...commands: string[]) => {
  const order = JSON.stringify(ordered[0]);
  const lines = [order, ...commands].join(",\n");
  return `{ "customer": { "number": 1 },\n"until": "2027-12-31",\n"commands": [\n${lines}\n]}`;
};

describe("a scenario's file", () => {
  test("gives commands with their instants, 12:00 in Tokyo where only the day is named", () => {
    const accept = { at: "2026-03-03T23:59:59", do: "accept", contract: "main" };
    const { commands } = readScenario(fileOf("2026-12-31", [...ordered.slice(0, 2), accept]));
    expect(commands.map(({ at, name }) => [at, name])).toEqual([
      ["2026-03-02T01:00:00.000Z", "order"],
      ["2026-03-03T03:00:00.000Z", "verifyMaintenance"],
      ["2026-03-03T14:59:59.000Z", "accept"],
    ]);
    expect(commands[1]?.members).toEqual({ contract: "main" });
  });

  test.each([
    ['{ "at": "2026-03-03", "do": "setStart" }', "5: commands.1.startDay is missing"],
    ['{ "at": "2026-03-03",\n"do": "accept",\n"force": true }', "7: force is not known here"],
    ['{\n"at": "2026-02-30", "do": "accept" }', "6: commands.1.at: expected a time in Tokyo"],
    ['{ "at": "2026-03-03T24:00", "do": "accept" }', "5: commands.1.at: expected a time in Tokyo"],
    ['{ "do": "accept" }', "5: commands.1.at is missing"],
    ['{ "at": "2026-03-03" }', "5: commands.1.do is missing"],
    ["5", "5: commands.1: expected object, received number"],
    [
      '{ "at": "2026-03-03", "do": "suspend",\n"cause": "rain" }',
      '6: commands.1.cause: Invalid option: expected one of "nonPayment"|"breach"',
    ],
    ['{ "at": "2026-03-03", "do": "cancel", "wish": "soon" }', "5: commands.1.wish: Invalid ISO"],
    [
      '{ "at": "2026-03-03", "do": "cancel", "wish": 7 }',
      '5: commands.1.wish: expected null, or expected "earliest", or expected string',
    ],
    [
      '{ "at": "2026-03-03", "do": "reject", "reason": "" }',
      "5: commands.1.reason: Invalid option",
    ],
    ['{ "at": "2026-03-03", "do": "pay", "amount": 0.5 }', "5: commands.1.amount: expected int"],
    [
      '{ "at": "2026-03-01",\n"do": "accept" }',
      "5: commands.1.at is earlier than the command before it",
    ],
    ['{ "do": "accept",\n"at": "2028-01-01T00:00" }', "6: commands.1.at is later than until"],
    [
      '{ "at": "2026-03-03", "do": "accept",\n"contract": "second" }',
      "6: commands.1.contract: no order before it is of a contract second",
    ],
  ])("%s: %s", (command, problem) => {
    expect(problemsOf(fileWith(command))).toEqual([expect.stringContaining(problem)]);
  });

  test.each(["fly", "toString", "__proto__"])("lists the commands for the unknown %s", (word) => {
    const message = problemsOf(fileWith(`{ "at": "2026-03-03",\n"do": "${word}" }`));
    expect(message).toEqual([
      expect.stringMatching(
        /^6: commands\.1\.do: unknown command; there are order, .*declineCard$/,
      ),
    ]);
  });

  test("names every mistake, each once, by its line", () => {
    const wrong = ['{ "at": "x", "do": "accept" }', '{ "at": "2026-03-03", "do": "setStart" }'];
    expect(problemsOf(fileWith(...wrong).replace("2027-12-31", "2100-01-01"))).toEqual([
      "2: until: not a day of the calendar",
      "5: commands.1.at: expected a time in Tokyo such as 2026-04-01T10:00",
      "6: commands.2.startDay is missing",
    ]);
  });

  test("may run up to the last day whose due days are known", () => {
    expect(problemsOf(fileOf("2099-01-01", ordered))).toEqual([
      "5: until: expected a day up to 2098-12-31",
    ]);
    expect(readScenario(fileOf("2098-12-31", ordered)).until).toBe("2098-12-31");
  });

  test.each([
    ["null", ["1: the scenario: expected object, received null"]],
    ["{}", ["customer", "until", "commands"].map((name) => `1: ${name} is missing`)],
    ['{"customer":\n', ["2: not JSON: expected a value, found the end of the file"]],
  ])("%j is none", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});
