import { createHash } from "node:crypto";
import type { Fault, FaultKind } from "../store/tables.ts";

/** Faults of calls and how often one comes among a hundred, at the usual percentage of 20. */
const FAULTS: readonly [kind: FaultKind, weight: number][] = [
  ["lost_after", 5],
  ["timeout_after", 1],
  ["reset", 4],
  ["error_500", 3],
  ["html_503", 2],
  ["truncated", 2],
  ["rate_limit", 3],
];

const LONGEST_WAIT_MS = 600;

/**
 * Chance that makes everything go wrong that may: the n-th call of an endpoint, and the n-th webhook, have
 * the same luck with the same seed.
 */
export class Hostility {
  readonly #seed: number;
  readonly #percent: number;
  readonly #counts = new Map<string, number>();

  /** @param percent of calls that run into a fault; webhooks are always late, doubled and shuffled */
  constructor(seed: number, percent: number) {
    this.#seed = seed;
    this.#percent = percent;
  }

  /** A number from 0 up to 1 that belongs to the next one of its kind. */
  draw(scope: string): number {
    const count = (this.#counts.get(scope) ?? 0) + 1;
    this.#counts.set(scope, count);
    const digest = createHash("sha256").update(`${this.#seed}/${scope}/${count}`).digest();
    return digest.readUInt32BE() / 2 ** 32;
  }

  happens(scope: string, percent: number): boolean {
    return this.draw(scope) * 100 < percent;
  }

  /** What a call of the API runs into; null for most. */
  faultOf(method: string, path: string): Fault | null {
    if (!path.startsWith("/v1/")) return null;
    const shape = path.replaceAll(/\/[a-z]+_[A-Za-z0-9_]+/g, "/*");
    if (!this.happens(`call ${method} ${shape}`, this.#percent)) return null;
    const total = FAULTS.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.draw(`kind ${method} ${shape}`) * total;
    const found = FAULTS.find(([, weight]) => (left -= weight) < 0);
    const kind = found?.[0] ?? "reset";
    return { id: "", kind, match: "", times: 1, milliseconds: 0 };
  }

  /** When a webhook is tried first, in milliseconds of the wall clock; some wait until it is calm. */
  firstAttempt(): number {
    if (this.happens("webhook waits for calm", 5)) return Number.MAX_SAFE_INTEGER;
    return Date.now() + Math.floor(this.draw("webhook is late") * LONGEST_WAIT_MS);
  }
}
