import type { ReachedScope } from "../engine/reach.ts";
import type { Clause } from "../terms/articles.ts";

/** The end of the contracts for a long restriction (A19.4), as staff decided it. */
export interface RestrictionEnd {
  noticeDay: string;
  endDay: string;
  refund: "none" | "unearned";
  ground: string;
  refundReason: string;
}

export interface RestrictionContext {
  restrictionId: string;
  /** The item by which the service is restricted. */
  clause: Clause;
  scope: ReachedScope;
  /** Instants; the end is null while nobody knows it. */
  startsAt: string;
  endsAt: string | null;
  textJa: string;
  textEn: string;
  plannedAt: string;
  begunAt: string | null;
  liftedAt: string | null;
  end: RestrictionEnd | null;
  /** The day on which those in its scope were last looked for. */
  reachedOn: string | null;
}

export const emptyRestriction: RestrictionContext = {
  restrictionId: "",
  clause: "A19.1(6)",
  scope: { kind: "menus", menus: [] },
  startsAt: "",
  endsAt: null,
  textJa: "",
  textEn: "",
  plannedAt: "",
  begunAt: null,
  liftedAt: null,
  end: null,
  reachedOn: null,
};
