import type { Sandbox } from "../sandbox.ts";
import type { OutboxRow } from "../store/tables.ts";
import { type Attempt, sendWebhook } from "./send.ts";
import type { TargetName } from "./targets.ts";

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 4_000;
const MOST_DOUBLES = 3;
const LOOK_EVERY_MS = 100;

/**
 * Delivers one target's webhooks in the order in which they were owed, one at a time, until each
 * got a 2xx. A refused one is tried again later while the following go ahead; when nobody answers at
 * all, everything waits, so that an endpoint that comes back gets its webhooks in order. In hostile mode
 * they come late, in any order, and some of them several times.
 */
export class Courier {
  readonly #sandbox: Sandbox;
  readonly #target: TargetName;
  readonly #timer: NodeJS.Timeout;
  #busy = false;
  #stopped = false;
  #pausedUntil = 0;

  constructor(sandbox: Sandbox, target: TargetName) {
    this.#sandbox = sandbox;
    this.#target = target;
    this.#timer = setInterval(() => void this.run(), LOOK_EVERY_MS);
    // Waiting times of an earlier life say nothing about the endpoint now.
    sandbox.store.transaction(() => {
      for (const row of sandbox.store.all("outbox")) {
        if (row.next_attempt_at > 0) sandbox.store.put("outbox", { ...row, next_attempt_at: 0 });
      }
    });
  }

  /** Delivers what is due now; does nothing while an earlier call is still at it. */
  async run(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let row = this.#due(); row && !this.#stopped; row = this.#due()) {
        const attempt = await sendWebhook(this.#sandbox, this.#target, row.id);
        if (!this.#stopped) this.#record(row, attempt);
      }
    } finally {
      this.#busy = false;
    }
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }

  #due(): OutboxRow | undefined {
    const now = Date.now();
    if (now < this.#pausedUntil || !this.#sandbox.targets[this.#target]) return undefined;
    const due = this.#sandbox.store
      .all("outbox")
      .filter((row) => row.target === this.#target && row.next_attempt_at <= now);
    const place = this.#sandbox.hostility?.draw("webhook order") ?? 0;
    return due[Math.floor(place * due.length)];
  }

  #record(row: OutboxRow, attempt: Attempt): void {
    const { store } = this.#sandbox;
    const delivery = store.get("deliveries", row.id);
    if (!delivery) return;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** delivery.attempts, LONGEST_RETRY_MS);
    if (attempt.kind === "unreachable") this.#pausedUntil = Date.now() + wait;
    const again =
      attempt.kind === "accepted" &&
      delivery.attempts < MOST_DOUBLES &&
      this.#sandbox.hostility?.happens("webhook comes again", 25) === true;
    store.transaction(
      () => {
        store.put("deliveries", {
          ...delivery,
          attempts: delivery.attempts + 1,
          delivered: delivery.delivered || attempt.kind === "accepted",
          last_status: attempt.kind === "unreachable" ? null : attempt.status,
          last_error: attempt.kind === "unreachable" ? attempt.error : null,
        });
        if (attempt.kind === "accepted" && !again) store.remove("outbox", row.id);
        else if (store.get("outbox", row.id)) {
          store.put("outbox", { ...row, next_attempt_at: Date.now() + wait });
        }
      },
      // A lost record of a delivery means a second delivery, which receivers must bear anyway.
      { flush: false },
    );
  }
}
