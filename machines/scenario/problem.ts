/** What is wrong with a scenario, and on which line of its file (from 1). */
export interface Problem {
  line: number;
  message: string;
}

/** Thrown for a text that is no scenario; names every problem found, in the order of the lines. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const inOrder = problems.toSorted((one, other) => one.line - other.line);
    super(inOrder.map(({ line, message }) => `line ${line}: ${message}`).join("\n"));
    this.problems = inOrder;
  }
}
