import { and, eq, isNull, like } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { restriction } from "#db/schema/restriction.ts";

/** Restrictions in force for a reason of A19.1 that have no end, and end no contracts so far. */
export async function readOpenEndedRestrictions(tx: Handle) {
  const rows = await tx
    .select({
      customerId: restriction.customerId,
      restrictionId: restriction.restrictionId,
      clause: restriction.clause,
      startsAt: restriction.startsAt,
      begunAt: restriction.begunAt,
    })
    .from(restriction)
    .where(
      and(
        eq(restriction.status, "inForce"),
        like(restriction.clause, "A19.1%"),
        isNull(restriction.endsAt),
        isNull(restriction.endDay),
      ),
    );
  return rows.map(({ startsAt, begunAt, ...row }) => ({ ...row, begunAt: begunAt ?? startsAt }));
}
