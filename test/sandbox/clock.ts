import type { Store } from "./store/store.ts";
import type { ClockRow } from "./store/tables.ts";

/** Portal time: the wall clock plus an offset that the controls set. Instants are Unix seconds. */
export class Clock {
  readonly #store: Store;
  #fixed: number | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The present moment in Unix seconds. */
  now(): number {
    return this.#fixed ?? Math.floor((Date.now() + this.row().offset_ms) / 1000);
  }

  /** The present moment as an ISO UTC string with milliseconds. */
  iso(): string {
    const milliseconds =
      this.#fixed === null ? Date.now() + this.row().offset_ms : this.#fixed * 1000;
    return new Date(milliseconds).toISOString();
  }

  /** Runs `work` as if it were `moment` (Unix seconds): for things that fell due in the past. */
  during<T>(moment: number, work: () => T): T {
    const before = this.#fixed;
    this.#fixed = moment;
    try {
      return work();
    } finally {
      this.#fixed = before;
    }
  }

  row(): ClockRow {
    return this.#store.get("clock", "clock") ?? { id: "clock", offset_ms: 0, payouts_until: 0 };
  }
}
