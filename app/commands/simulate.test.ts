import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { scenarioCommands } from "#machines/scenario/commands.ts";
import { readScenario } from "#machines/scenario/read.ts";
import { printResult, runScenario } from "#machines/scenario/result.ts";

const folder = mkdtempSync(join(tmpdir(), "scenario-"));
afterAll(() => rmSync(folder, { recursive: true }));

const example = "test/scenarios/year.json";
const readme = readFileSync("README.md", "utf8");

function simulate(...args: string[]) {
  const command = ["app/commands/simulate.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stdout, stderr };
}

function fileOf(text: string): string {
  const path = join(folder, "scenario.json");
  writeFileSync(path, text);
  return path;
}

describe("the scenario command", () => {
  test("prints the same result every time", () => {
    const stdout = printResult(runScenario(readScenario(readFileSync(example, "utf8"))));
    expect(simulate(example)).toEqual({ status: 0, stdout, stderr: "" });
  });

  test("says on which line a file is wrong", () => {
    const path = fileOf('{\n"customer": {},\n"until": "2027-12-31",\n"commands": []\n}');
    expect(simulate(path)).toEqual({
      ...{ status: 2, stdout: "" },
      stderr: expect.stringMatching(
        /^.*scenario\.json:2: customer\.number is missing\n.*scenario\.json:4: commands: .*\n$/,
      ),
    });
    expect(simulate(fileOf("{\n"))).toMatchObject({ status: 2, stdout: "" });
  });

  test("says that a file can't be read, and how the command is used", () => {
    const none = simulate(join(folder, "none.json"));
    expect(none).toMatchObject({ status: 2, stdout: "" });
    expect(none.stderr).toMatch(/none\.json can't be read: ENOENT/);
    const usage = "Usage: npm run -s simulate -- scenario.json\n";
    expect(simulate()).toEqual({ status: 2, stdout: "", stderr: usage });
    expect(simulate(example, example)).toEqual({ status: 2, stdout: "", stderr: usage });
  });

  test("takes a refused command for no mistake", () => {
    const wrong = readFileSync(example, "utf8").replace("verifyMaintenance", "confirmStart");
    const { status, stdout } = simulate(fileOf(wrong));
    expect(status).toBe(0);
    expect(stdout).toContain('"event":"accept","by":"operations","refused":"notNow"');
  });
});

describe("the README", () => {
  test("shows the example as it is, and the command that runs it", () => {
    const shown = /```json\n([\s\S]*?)```/.exec(readme)?.[1];
    expect(shown).toBe(readFileSync(example, "utf8"));
    expect(readme).toContain(`npm run -s simulate -- ${example}`);
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(scripts["simulate"]).toBe("node app/commands/simulate.ts");
  });

  test("names every command", () => {
    const section = readme.split("## Simulate a contract")[1]?.split("\n## ")[0] ?? "";
    const missing = Object.keys(scenarioCommands).filter(
      (word) => !section.includes(`\`${word}\``),
    );
    expect(missing).toEqual([]);
  });
});
