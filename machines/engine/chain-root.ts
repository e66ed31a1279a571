import { chainStart, hashOf, signatureOf } from "./hash.ts";

/** The head of one machine's chain, as a root covers it. */
export interface RootHead {
  customerId: string;
  machineId: string;
  seq: number;
  hash: string;
  /** Whether no earlier root covers the machine. */
  isFirst: boolean;
}

/** A signed root over the heads of all machines. */
export interface ChainRoot {
  /** The finished day in Tokyo for which it was made. */
  day: string;
  /** How many machines it covers. */
  machines: number;
  root: string;
  signature: string;
  /** Instant. */
  madeAt: string;
}

/** A root under way. */
export interface RootSum {
  hash: string;
  machines: number;
}

/**
 * Begins a root upon the one before it: what that covers, this one covers too, so that only heads
 * that have changed since are added, and no root can be taken out of the middle.
 */
export function beginRoot(
  { day, madeAt }: Pick<ChainRoot, "day" | "madeAt">,
  previous: Pick<ChainRoot, "root" | "machines"> | null,
): RootSum {
  const before = previous?.root ?? chainStart;
  return { hash: hashOf({ day, madeAt, before }), machines: previous?.machines ?? 0 };
}

/** Adds heads, which must come in the order of their customers' and machines' ids. */
export function addHeads(sum: RootSum, heads: readonly RootHead[]): RootSum {
  let { hash, machines } = sum;
  for (const { customerId, machineId, seq, hash: head, isFirst } of heads) {
    hash = hashOf([hash, customerId, machineId, seq, head]);
    if (isFirst) machines += 1;
  }
  return { hash, machines };
}

/** The root over all that was added. */
export function closeRoot(sum: RootSum): string {
  return hashOf(sum);
}

type Unsigned = Omit<ChainRoot, "signature">;

/** Signs a root with a key derived from `secret`. */
export function signRoot(root: Unsigned, secret: string): ChainRoot {
  const { day, machines, root: hash, madeAt } = root;
  const signature = signatureOf(secret, "chain root", { day, machines, root: hash, madeAt });
  return { day, machines, root: hash, madeAt, signature };
}

/** Whether one of the secrets signed the root. */
export function isSigned(root: ChainRoot, secrets: readonly string[]): boolean {
  return secrets.some((secret) => signRoot(root, secret).signature === root.signature);
}
