import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** One write: table, row id, and the row (null: deleted). */
export type Write = [table: string, id: string, row: unknown];

/**
 * Append-only file of JSON lines, one line for one transaction. A line cut short by a kill is
 * dropped when the journal is opened, so a transaction is there as a whole or not at all.
 */
export class Journal {
  readonly #path: string;
  #file: number;
  #size: number;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, "journal.jsonl");
    this.#size = existsSync(this.#path) ? wholeLines(readFileSync(this.#path)) : 0;
    this.#file = openSync(this.#path, "a");
    ftruncateSync(this.#file, this.#size);
  }

  /** All transactions in the order in which they were appended. Throws if a whole line is not JSON. */
  read(): Write[][] {
    const text = readFileSync(this.#path, "utf8");
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Write[]);
  }

  /**
   * Appends one transaction. With `flush` it is on the disk when this returns; without, it outlives
   * the death of the process but not of the machine.
   */
  append(writes: Write[], flush: boolean): void {
    const bytes = Buffer.from(`${JSON.stringify(writes)}\n`);
    try {
      writeWhole(this.#file, bytes);
      if (flush) fdatasyncSync(this.#file);
    } catch (error) {
      ftruncateSync(this.#file, this.#size);
      throw error;
    }
    this.#size += bytes.length;
  }

  /** Replaces the whole journal by these transactions, atomically. */
  replace(transactions: Iterable<Write[]>): void {
    const next = `${this.#path}.next`;
    const file = openSync(next, "w");
    let size = 0;
    for (const writes of transactions) {
      const bytes = Buffer.from(`${JSON.stringify(writes)}\n`);
      writeWhole(file, bytes);
      size += bytes.length;
    }
    fdatasyncSync(file);
    closeSync(file);
    renameSync(next, this.#path);
    closeSync(this.#file);
    this.#file = openSync(this.#path, "a");
    this.#size = size;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function wholeLines(bytes: Buffer): number {
  return bytes.lastIndexOf(0x0a) + 1;
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}
