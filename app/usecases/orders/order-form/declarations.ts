import { z } from "zod";
import type { Clause } from "#machines/terms/articles.ts";
import { mustTick } from "./fields.ts";

/** What an applicant declares or consents to, each by itself, with the clauses that ask for it. */
export const declarationClauses = {
  internalApproval: ["A5.1"],
  noGuarantee: ["A5.3"],
  exemptions: ["A21.2", "A22.1"],
  dataAccess: ["A23.1"],
  communication: ["A28.3"],
  antiSocialForces: ["A32.1"],
  deviceCare: ["A7.3"],
} as const satisfies Record<string, readonly Clause[]>;

export type Declaration = keyof typeof declarationClauses;

/** The declarations that an order needs; that on lent devices only where one is lent (A7.3). */
export function declarationsOf(lendsDevice: boolean): Declaration[] {
  const all = Object.keys(declarationClauses) as Declaration[];
  return all.filter((kind) => lendsDevice || kind !== "deviceCare");
}

/** Every declaration that the order needs, ticked. */
export const declarationsSchema = (lendsDevice: boolean) =>
  z.object(Object.fromEntries(declarationsOf(lendsDevice).map((kind) => [kind, mustTick])));
