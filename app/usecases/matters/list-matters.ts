import { currentPortal } from "#app/portal.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { listMatters, type NamedMatter } from "#db/queries/matters.ts";
import { matterKinds, type MatterKind } from "#machines/matters/kinds.ts";
import type { Role } from "#machines/engine/actor.ts";
import { definitions } from "#machines/registry.ts";
import { openingOf, type MatterSide } from "./acts.ts";

/** States in which a matter waits for one of the two sides. */
const waiting: Record<MatterSide, readonly string[]> = {
  operations: ["reported", "provided", "offered", "returnDue", "answered", "acknowledged"],
  customer: ["evidenceAsked", "requested", "asked", "spoken"],
};

/** A page of matters. */
export interface MatterList {
  rows: Omit<NamedMatter, "changedAt">[];
  kind: MatterKind | null;
  onlyWaiting: boolean;
  /** Counted from 1. */
  page: number;
  hasMore: boolean;
}

const perPage = 50;

/**
 * One page of matters, the latest first: a member's own, or for staff those of all customers. What is no kind
 * and no page number narrows nothing.
 *
 * @throws Problem `notAllowed` for staff without the role operations
 */
export async function listMattersFor(
  principal: Principal,
  side: MatterSide,
  wanted: { kind: string | null; waiting: string | null; page: string | null },
): Promise<MatterList> {
  const customerId = side === "customer" ? asMember(principal).customerId : null;
  if (side === "operations") asStaff(principal, "operations");
  const kind = matterKinds.find((one) => one === wanted.kind) ?? null;
  const onlyWaiting = wanted.waiting === "on";
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(wanted.page)) || 1));
  const scope = customerId
    ? ({ role: "portal_app", customerId } as const)
    : ({ role: "portal_staff" } as const);
  const found = await currentPortal().database.transaction(scope, (tx) =>
    listMatters(tx, {
      ...{ customerId, kind, statuses: onlyWaiting ? waiting[side] : null },
      ...{ limit: perPage + 1, offset: (page - 1) * perPage },
    }),
  );
  const rows = found.slice(0, perPage).map(({ changedAt: _, ...row }) => row);
  return { rows, kind, onlyWaiting, page, hasMore: found.length > perPage };
}

/** The kinds of matters that somebody with these roles can begin on a side. */
export const kindsBegunBy = (side: MatterSide, roles: readonly Role[]): MatterKind[] =>
  matterKinds.filter((kind) => {
    const type = openingOf(kind, side);
    const { senders } = definitions[kind];
    return type !== null && roles.some((role) => senders[type]?.includes(role));
  });
