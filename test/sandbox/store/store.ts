import { Journal, type Write } from "./journal.ts";
import type { TableName, Tables } from "./tables.ts";

type Row = Tables[TableName];

const COMPACT_ABOVE_TRANSACTIONS = 20_000;

/**
 * All state of the sandbox: tables in memory, every change in the journal. Rows are never changed in
 * place; a handler reads, builds a new row and puts it. Handlers run synchronously inside
 * `transaction`, so two requests can never interleave: this is what makes "exactly one charge" true.
 */
export class Store {
  readonly #journal: Journal;
  readonly #tables = new Map<string, Map<string, Row>>();
  #writes: Write[] | null = null;
  #undo: (() => void)[] = [];

  constructor(folder: string) {
    this.#journal = new Journal(folder);
    const transactions = this.#journal.read();
    for (const writes of transactions) {
      for (const [table, id, row] of writes) this.#apply(table, id, row as Row | null);
    }
    if (transactions.length > COMPACT_ABOVE_TRANSACTIONS) this.#journal.replace(this.#snapshot());
  }

  get<K extends TableName>(table: K, id: string): Tables[K] | undefined {
    return this.#rows(table).get(id);
  }

  /** Rows of a table, oldest first. */
  all<K extends TableName>(table: K): Tables[K][] {
    return [...this.#rows(table).values()];
  }

  /** Writes a row under its `id`. Only inside a transaction. */
  put<K extends TableName>(table: K, row: Tables[K]): void {
    this.#write(table, row.id, row);
  }

  /** Removes a row; a missing one is no error. Only inside a transaction. */
  remove(table: TableName, id: string): void {
    if (this.#rows(table).has(id)) this.#write(table, id, null);
  }

  /**
   * Runs `work` and makes all its writes durable as one line, or none of them if it throws.
   * `flush: false` spares the wait for the disk where losing the last moments is harmless.
   */
  transaction<T>(work: () => T, { flush = true } = {}): T {
    if (this.#writes) throw new Error("A transaction is already open");
    this.#writes = [];
    this.#undo = [];
    try {
      const result = work();
      if (this.#writes.length > 0) this.#journal.append(this.#writes, flush);
      return result;
    } catch (error) {
      for (const undo of this.#undo.toReversed()) undo();
      throw error;
    } finally {
      this.#writes = null;
    }
  }

  close(): void {
    this.#journal.close();
  }

  #write(table: string, id: string, row: Row | null): void {
    if (!this.#writes) throw new Error("Writing needs a transaction");
    const before = this.#tables.get(table)?.get(id) ?? null;
    this.#undo.push(() => this.#apply(table, id, before));
    this.#writes.push([table, id, row]);
    this.#apply(table, id, row);
  }

  #rows<K extends TableName>(table: K): Map<string, Tables[K]> {
    return (this.#tables.get(table) ?? new Map()) as Map<string, Tables[K]>;
  }

  #apply(table: string, id: string, row: Row | null): void {
    const rows = this.#tables.get(table) ?? new Map<string, Row>();
    this.#tables.set(table, rows);
    if (row === null) rows.delete(id);
    else rows.set(id, row);
  }

  *#snapshot(): Generator<Write[]> {
    for (const [table, rows] of this.#tables)
      for (const [id, row] of rows) yield [[table, id, row]];
  }
}
