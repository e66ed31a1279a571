import type { ComingInvoice } from "./coming-invoice.ts";
import type { ComingMail, Lines } from "./lines.ts";
import type { Duty } from "./duties.ts";
import type { HistoryItem } from "../history.ts";

/** How one future differs from the other at one place. */
export type Mark = "same" | "added" | "dropped" | "changed";

/** One place of a time line in both futures; null where a future does not have it. */
export interface Pair<Item> {
  id: string;
  mark: Mark;
  without: Item | null;
  with: Item | null;
}

/** Two futures side by side, each line in the order of time. */
export interface Comparison {
  states: Pair<HistoryItem>[];
  invoices: Pair<ComingInvoice>[];
  duties: Pair<Duty>[];
  mails: Pair<ComingMail>[];
}

/** What tells two items of one id apart, and where an item stands in time. */
interface Line<Item> {
  id: (item: Item) => string;
  at: (item: Item) => string;
  /** What may differ; left out where the id says all. */
  content?: (item: Item) => readonly unknown[];
}

function pairUp<Item>(
  without: readonly Item[],
  other: readonly Item[],
  { id, at, content = () => [] }: Line<Item>,
): Pair<Item>[] {
  const before = new Map(without.map((item) => [id(item), item]));
  const after = new Map(other.map((item) => [id(item), item]));
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((key): Pair<Item> => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    const isSame = was && is && JSON.stringify(content(was)) === JSON.stringify(content(is));
    const mark = isSame ? "same" : was && is ? "changed" : was ? "dropped" : "added";
    return { id: key, mark, without: was, with: is };
  });
  const place = ({ without: was, with: is }: Pair<Item>) => {
    const shown = is ?? was;
    return shown ? at(shown) : "";
  };
  return pairs.toSorted((one, another) =>
    place(one) < place(another) ? -1 : Number(place(one) > place(another)),
  );
}

/** Puts two futures beside each other and marks every place where they differ. */
export function compareLines(without: Lines, other: Lines): Comparison {
  return {
    states: pairUp(without.states, other.states, {
      id: ({ id, type, at }) => `${id.slice(0, id.lastIndexOf("/"))}/${type}/${at}`,
      at: ({ at }) => at,
      content: ({ facts, follows }) => [facts, follows.map(({ kind, type }) => `${kind}.${type}`)],
    }),
    invoices: pairUp(without.invoices, other.invoices, {
      id: ({ invoiceId }) => invoiceId,
      at: ({ issueDay }) => issueDay,
      content: ({ dueDay, total, status, periodEnd }) => [dueDay, total, status, periodEnd],
    }),
    duties: pairUp(without.duties, other.duties, {
      id: ({ id }) => id,
      at: ({ day }) => day,
      content: ({ day, amount }) => [day, amount],
    }),
    mails: pairUp(without.mails, other.mails, { id: ({ id }) => id, at: ({ at }) => at }),
  };
}
