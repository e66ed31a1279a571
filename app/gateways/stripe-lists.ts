import type Stripe from "stripe";
import type { GatewayAnswer, GatewayFailure } from "./gateway-answer.ts";

/** Makes one call to Stripe and names its outcome. */
export type Call = <Value>(call: () => Promise<Value>) => Promise<GatewayAnswer<Value>>;

/** Which page of a list is asked for, as Stripe takes it. */
export interface PageQuery {
  limit: number;
  starting_after?: string;
}

type ReadPage<Item> = (page: PageQuery) => Promise<Stripe.ApiList<Item>>;

/** The page of a list that comes after an object; the first one for null. */
export const pageAfter = (after: string | null): PageQuery => ({
  limit: 100,
  ...(after === null ? {} : { starting_after: after }),
});

/** Goes through a list until a page is enough. Each page is a call with a deadline of its own. */
async function walk<Item extends { id: string }>(
  read: Call,
  readPage: ReadPage<Item>,
  isEnough: (items: readonly Item[]) => boolean,
): Promise<GatewayFailure | null> {
  for (let after: string | null = null; ;) {
    const place = pageAfter(after);
    const answer: GatewayAnswer<Stripe.ApiList<Item>> = await read(() => readPage(place));
    if (answer.outcome !== "done") return answer;
    const { data, has_more: hasMore } = answer.value;
    after = data.at(-1)?.id ?? null;
    if (isEnough(data) || !hasMore || after === null) return null;
  }
}

/** Reads a list to its end. A page that fails makes the whole answer that failure: never a part. */
export async function readAll<Item extends { id: string }, Value>(
  read: Call,
  readPage: ReadPage<Item>,
  convert: (item: Item) => Value,
): Promise<GatewayAnswer<Value[]>> {
  const values: Value[] = [];
  const failure = await walk(read, readPage, (items) => {
    values.push(...items.map(convert));
    return false;
  });
  return failure ?? { outcome: "done", value: values };
}

/** The first object of a list that is looked for, or null. */
export async function findInList<Item extends { id: string }>(
  read: Call,
  readPage: ReadPage<Item>,
  isIt: (item: Item) => boolean,
): Promise<GatewayAnswer<Item | null>> {
  let found: Item | null = null;
  const failure = await walk(read, readPage, (items) => {
    found = items.find(isIt) ?? null;
    return found !== null;
  });
  return failure ?? { outcome: "done", value: found };
}
