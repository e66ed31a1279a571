import { invalidRequest, noSuch } from "./errors.ts";
import type { FormNode } from "./form.ts";
import { hash, integer, optional, type Parameters, type Parser, text } from "./parameters.ts";

export interface Page<T> {
  object: "list";
  data: T[];
  has_more: boolean;
  url: string;
}

/** The parameters every list takes. */
export const PAGING = {
  limit: optional(limit),
  starting_after: optional(text()),
  ending_before: optional(text()),
};

const RANGE = hash({
  gt: optional(integer()),
  gte: optional(integer()),
  lt: optional(integer()),
  lte: optional(integer()),
});

/** A moment filter: one Unix second, or `[gt]`, `[gte]`, `[lt]`, `[lte]`. Gives a test. */
export const moment: Parser<(value: number) => boolean> = (node, path) => {
  if (typeof node === "string") {
    const wanted = integer()(node, path);
    return (value) => value === wanted;
  }
  const { gt, gte, lt, lte } = RANGE(node, path);
  return (value) =>
    (gt === undefined || value > gt) &&
    (gte === undefined || value >= gte) &&
    (lt === undefined || value < lt) &&
    (lte === undefined || value <= lte);
};

/**
 * One page of `rows` (oldest first in, newest first out). The cursor must name a row of the list.
 * With `ending_before`, the page is the one just before the cursor.
 */
export function paginate<T extends { id: string }>(
  rows: T[],
  { limit: size = 10, starting_after, ending_before }: Parameters<typeof PAGING>,
  url: string,
  thing: string,
): Page<T> {
  const newestFirst = rows.toReversed();
  if (ending_before !== undefined && starting_after !== undefined) {
    throw invalidRequest("You cannot use `starting_after` and `ending_before` together");
  }
  if (ending_before !== undefined) {
    const before = newestFirst.slice(
      0,
      position(newestFirst, ending_before, "ending_before", thing),
    );
    return page(before.slice(-size), before.length > size, url);
  }
  const after =
    starting_after === undefined
      ? newestFirst
      : newestFirst.slice(position(newestFirst, starting_after, "starting_after", thing) + 1);
  return page(after.slice(0, size), after.length > size, url);
}

function position(rows: { id: string }[], id: string, param: string, thing: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw noSuch(thing, id, param, 400);
  return index;
}

function page<T>(data: T[], has_more: boolean, url: string): Page<T> {
  return { object: "list", data, has_more, url };
}

function limit(node: FormNode, path: string): number {
  const value = integer(1)(node, path);
  if (value > 100) {
    throw invalidRequest("Limit cannot be above 100", "parameter_invalid_integer", path);
  }
  return value;
}
