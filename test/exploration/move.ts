import type { Wish } from "./place.ts";

/** One thing that may happen at a place: one or several commands, of which the first decides. */
export interface Move {
  name: string;
  wishes: readonly Wish[];
}

/** A move of one command. */
export const move = (name: string, ...wish: Wish): Move => ({ name, wishes: [wish] });

/** Days that moves name: so many days after today, and the end of the running term, on which many ends meet. */
export interface Days {
  later(days: number): string;
  termEnd: string;
}
