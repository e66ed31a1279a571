import { keyOf, payerName, type PayerName } from "./payer-name.ts";
import type { NameReason } from "./proposal.ts";

/** A customer by the name in kana that it registered, and the names under which it has paid. */
export interface KnownPayer {
  customerId: string;
  /** Null where none is registered. */
  kana: string | null;
  /** As `keyOf` gives them. */
  aliases: readonly string[];
}

/** Banks cut names off; a beginning this long still says something. */
const leastPrefix = 6;

/**
 * Finds the customers for a payer's name: one under which it has paid before, the registered one, with
 * another legal form, or cut off by the bank.
 */
export function namesOf(
  payers: readonly KnownPayer[],
): (name: PayerName) => Map<string, NameReason> {
  const byAlias = new Map<string, string[]>();
  const byCore = new Map<string, { customerId: string; form: string | null }[]>();
  for (const { customerId, kana, aliases } of payers) {
    for (const alias of aliases) byAlias.set(alias, [...(byAlias.get(alias) ?? []), customerId]);
    if (kana === null) continue;
    const { core, form } = payerName(kana);
    const others = byCore.get(core);
    if (others) others.push({ customerId, form });
    else byCore.set(core, [{ customerId, form }]);
  }
  const cores = [...byCore.keys()].toSorted();

  /** The first place among the sorted names that is not before a text. */
  function placeOf(text: string): number {
    let [low, high] = [0, cores.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cores[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return (name) => {
    const found = new Map<string, NameReason>();
    const { core, form } = name;
    if (core === "") return found;
    if (core.length >= leastPrefix) {
      const place = placeOf(core);
      const longer = cores.slice(place, place + 5).filter((each) => each.startsWith(core));
      for (const { customerId } of longer.flatMap((each) => byCore.get(each) ?? [])) {
        found.set(customerId, "namePrefix");
      }
    }
    for (const { customerId, form: own } of byCore.get(core) ?? []) {
      const isOther = form !== null && own !== null && form !== own;
      found.set(customerId, isOther ? "formDiffers" : "nameEqual");
    }
    for (const customerId of byAlias.get(keyOf(name)) ?? []) found.set(customerId, "alias");
    return found;
  };
}
