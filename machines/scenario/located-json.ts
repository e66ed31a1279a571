import { ScenarioError } from "./problem.ts";

type Path = readonly PropertyKey[];

/** What a JSON text says, and where. */
export interface LocatedJson {
  value: unknown;
  /** The line (from 1) on which a member stands; for one that is missing, that of what should hold it. */
  lineOf: (path: Path) => number;
}

const blank = /[ \t\r\n]*/y;
const mark = /[{}[\],:]/y;
const string = /"(?:[^"\\\r\n]|\\.)*"/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const scalar = new RegExp(`${string.source}|${number.source}|true|false|null`, "y");

/** No scenario is near as deep; deeper nesting would only exhaust the stack. */
const mostLevels = 50;

const keyOf = (path: Path) => JSON.stringify(path.map(String));

/** One pass over a JSON text that notes the line of every value. */
class Reader {
  readonly lines = new Map<string, number>();
  readonly #text: string;
  #position = 0;
  #line = 1;
  /** Up to where line ends have been counted. */
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #currentLine(): number {
    this.#line += this.#text.slice(this.#counted, this.#position).split("\n").length - 1;
    this.#counted = Math.max(this.#counted, this.#position);
    return this.#line;
  }

  #fail(message: string): never {
    throw new ScenarioError([{ line: this.#currentLine(), message }]);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0];
    this.#position += found?.length ?? 0;
    return found;
  }

  /** The next token, if it is one of a kind; else the position stays. */
  #next(pattern: RegExp): string | undefined {
    this.#match(blank);
    return this.#match(pattern);
  }

  #found(): string {
    const rest = this.#text.slice(this.#position).split(/[\r\n]/)[0] ?? "";
    return this.#position >= this.#text.length ? "the end of the file" : rest.slice(0, 20);
  }

  /** Throws unless nothing is left. */
  finish(): void {
    this.#match(blank);
    if (this.#position < this.#text.length) {
      this.#fail(`not JSON: expected the end of the file, found ${this.#found()}`);
    }
  }

  value(path: Path): unknown {
    this.#match(blank);
    if (path.length > mostLevels) this.#fail(`nested deeper than ${mostLevels} levels`);
    this.lines.set(keyOf(path), this.#currentLine());
    const text = this.#next(scalar);
    if (text !== undefined) return this.#scalar(text);
    const open = this.#next(mark);
    if (open === "[") return this.#list(path);
    if (open === "{") return this.#object(path);
    this.#position -= open?.length ?? 0;
    return this.#fail(`not JSON: expected a value, found ${this.#found()}`);
  }

  #scalar(text: string): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return this.#fail(`not JSON: ${text.slice(0, 20)} has a character that needs an escape`);
    }
  }

  /** Whether another item follows; throws where neither a comma nor the end does. */
  #goesOn(close: "]" | "}"): boolean {
    const found = this.#next(mark);
    if (found === "," || found === close) return found === ",";
    this.#position -= found?.length ?? 0;
    return this.#fail(`not JSON: expected , or ${close}, found ${this.#found()}`);
  }

  #isEmpty(close: RegExp): boolean {
    return this.#next(close) !== undefined;
  }

  #list(path: Path): unknown[] {
    const items: unknown[] = [];
    if (this.#isEmpty(/\]/y)) return items;
    do items.push(this.value([...path, items.length]));
    while (this.#goesOn("]"));
    return items;
  }

  #object(path: Path): object {
    const members = new Map<string, unknown>();
    if (this.#isEmpty(/\}/y)) return {};
    do {
      const name = this.#next(string);
      if (name === undefined) this.#fail(`not JSON: expected a name, found ${this.#found()}`);
      const key = String(this.#scalar(name));
      if (members.has(key)) this.#fail(`${key} is there twice`);
      if (this.#next(/:/y) === undefined) {
        this.#fail(`not JSON: expected :, found ${this.#found()}`);
      }
      members.set(key, this.value([...path, key]));
    } while (this.#goesOn("}"));
    return Object.fromEntries(members);
  }
}

/**
 * Reads JSON and remembers on which line each value stands, which JSON.parse doesn't tell. Stricter
 * than JSON in one thing: a member may be there once only.
 *
 * @throws ScenarioError that names the line where the text stops being JSON
 */
export function readJson(text: string): LocatedJson {
  const reader = new Reader(text.replace(/^\uFEFF/, ""));
  const value = reader.value([]);
  reader.finish();
  return {
    value,
    lineOf: (path) => {
      for (let end = path.length; end > 0; end -= 1) {
        const line = reader.lines.get(keyOf(path.slice(0, end)));
        if (line !== undefined) return line;
      }
      return reader.lines.get(keyOf([])) ?? 1;
    },
  };
}
