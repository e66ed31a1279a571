import type { restriction } from "#db/schema/restriction.ts";
import type { ContractRef } from "#machines/engine/notify-customers.ts";
import type { ReachedScope, ScopedMenu } from "#machines/engine/reach.ts";
import { restrictionReason } from "#machines/terms/a19-restriction.ts";
import type { Bilingual } from "#machines/terms/articles.ts";

/** A restriction of the service (利用制限) as pages show it; instants are ISO. */
export interface RestrictionView {
  restrictionId: string;
  status: "planned" | "inForce" | "cancelled" | "lifted" | "contractsEnded";
  clause: string;
  reason: Bilingual;
  feeClause: string;
  /** Whether its contracts may be ended by A19.4. */
  mayEndContracts: boolean;
  /** Of its scope the one or the other; the other is empty. */
  menus: ScopedMenu[];
  contracts: ContractRef[];
  startsAt: string;
  endsAt: string | null;
  text: Bilingual;
  begunAt: string | null;
  liftedAt: string | null;
  /** The last day of its contracts (A19.4); null while none was announced. */
  endDay: string | null;
  noticeDay: string | null;
  refund: "none" | "unearned" | null;
  ground: string | null;
  refundReason: string | null;
}

/** A row of the list columns as a view. */
export function restrictionView(row: typeof restriction.$inferSelect): RestrictionView {
  const { customerId: _, changedAt: __, plannedAt: ___, textJa, textEn, ...rest } = row;
  const reason = restrictionReason(row.clause);
  return {
    ...rest,
    status: row.status as RestrictionView["status"],
    refund: row.refund as RestrictionView["refund"],
    reason: reason?.label ?? { ja: "", en: "" },
    feeClause: reason?.feeClause ?? "A19.3",
    mayEndContracts: reason?.mayEndContracts ?? false,
    text: { ja: textJa, en: textEn },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    begunAt: row.begunAt?.toISOString() ?? null,
    liftedAt: row.liftedAt?.toISOString() ?? null,
  };
}

/** The scope of a restriction, as the machines take it. */
export function scopeOf({
  menus,
  contracts,
}: Pick<RestrictionView, "menus" | "contracts">): ReachedScope {
  return contracts.length > 0 ? { kind: "contracts", contracts } : { kind: "menus", menus };
}
