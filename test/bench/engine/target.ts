/**
 * Ids of the measured contracts. A block is a hundred contracts of a hundred customers, one in each
 * slot; the slot stands in front, so that what is worked on together lies far apart in table and index,
 * as it does in life.
 */
export const slots = 100;
const firstSlot = 100;
const firstBlock = 1_000_000_000;

/** One contract of one customer. */
export interface Target {
  customerId: string;
  contractId: string;
}

/** The block in whose place others are put in recorded text. */
export const modelBlockNumber = 123_456_789;
export const modelBlock = String(firstBlock + modelBlockNumber);
/** How the ids of the model slot begin, likewise. */
export const modelSlot = "15000000-0000-7000-8000-0";

const idOf = (slot: string, kind: 1 | 2, block: string) =>
  `${slot}00000-0000-7000-8000-0${kind}${block}`;

/** The contract in a slot (0 to 99) of the block with a number. */
export function targetAt(block: number, slot: number): Target {
  const written = String(firstBlock + block);
  const place = String(firstSlot + slot);
  return { customerId: idOf(place, 1, written), contractId: idOf(place, 2, written) };
}

/** The contract on which recorded text is modelled: the model block's in the model slot. */
export const modelTarget = targetAt(modelBlockNumber, 50);

/** SQL for the slot's beginning of the ids, from an expression for the slot's number. */
export const slotInSql = (slot: string) =>
  `(cast(${firstSlot} + ${slot} as text) || '00000-0000-7000-8000-0')`;

/** SQL for the block as it is written in ids, from an expression for the block's number. */
export const blockInSql = (block: string) => `cast(${firstBlock} + ${block} as text)`;

/** How many steps from block to block: a prime, so that all come once and neighbours come far apart. */
export const stride = 611_953;

/** The block that comes `n`th of `blocks`, scattered over all of them. */
export const scattered = (n: number, blocks: number) => (n * stride) % blocks;
