import { and, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";
import { matter } from "#db/schema/matter.ts";

/** What staff have to do about a matter. */
export type MatterToDo =
  | "toAnswerClaim"
  | "toCheckInformation"
  | "toCheckAnswer"
  | "toFollow"
  | "toReturn"
  | "toConfirm";

const standing = (kind: string, ...statuses: string[]) =>
  and(eq(matter.kind, kind), inArray(matter.status, statuses));

const conditionOf = (what: MatterToDo, today: string): SQL | undefined => {
  if (what === "toAnswerClaim") return standing("claim", "reported", "acknowledged", "defended");
  if (what === "toCheckInformation") return standing("informationChange", "reported");
  if (what === "toCheckAnswer") {
    const materials = standing("materialRequest", "provided", "offered");
    return or(materials, standing("deviceInquiry", "answered"));
  }
  if (what === "toReturn") return standing("materialRequest", "returnDue");
  if (what === "toConfirm") {
    return and(standing("confidentialItem", "spoken"), eq(matter.startedBy, "operator"));
  }
  const asked = or(standing("materialRequest", "requested"), standing("deviceInquiry", "asked"));
  return and(asked, lt(matter.dueOn, today));
};

/** Matters about which staff have something to do on a day (ISO, Tokyo). */
export async function readMattersToDo(tx: Handle, what: MatterToDo, today: string) {
  const rows = await tx
    .select({
      ...{ customerId: matter.customerId, customerName: customer.name },
      ...{ matterId: matter.matterId, number: contract.number, dueOn: matter.dueOn },
      changedAt: matter.changedAt,
    })
    .from(matter)
    .innerJoin(customer, eq(customer.customerId, matter.customerId))
    .leftJoin(
      contract,
      and(eq(contract.customerId, matter.customerId), eq(contract.contractId, matter.contractId)),
    )
    .where(conditionOf(what, today));
  return rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt.toISOString() }));
}
