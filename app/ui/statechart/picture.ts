import type { NodeKind, StateText } from "./outline.ts";

/** A state's box, or one of the small signs; in pixels from the picture's upper left corner. */
export type PlacedNode = {
  key: string;
  label: string;
  kind: NodeKind;
  x: number;
  y: number;
  width: number;
  height: number;
};

/** An arrow: its corners from source to target, and its label. */
export type PlacedEdge = {
  id: string;
  source: string;
  target: string;
  points: { x: number; y: number }[];
  label?: { x: number; y: number; width: number; lines: string[] };
};

/** One laid-out picture; parents come before the states inside them. */
export type Picture = { width: number; height: number; nodes: PlacedNode[]; edges: PlacedEdge[] };

/** A machine's picture for wide and for narrow pages, and the same in words. Plain data. */
export type StatechartLayout = {
  name: string;
  wide: Picture;
  narrow: Picture;
  states: StateText[];
};
