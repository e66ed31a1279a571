/**
 * The id of an object that Stripe names by its id or, where it was expanded, gives whole.
 *
 * @returns null where there is none
 */
export const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  typeof reference === "string" ? reference : (reference?.id ?? null);

/** A moment of Stripe's, in seconds since 1970, as an ISO instant. */
export const instantOf = (unixSeconds: number): string =>
  new Date(unixSeconds * 1000).toISOString();
