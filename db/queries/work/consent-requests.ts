import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { consentRequest } from "#db/schema/consent-request.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";

/** The customers' requests for consent that wait for staff, and not for an assignee's answer. */
export async function readOpenConsents(tx: Handle) {
  return tx
    .select({
      customerId: consentRequest.customerId,
      requestId: consentRequest.requestId,
      askedOn: consentRequest.askedOn,
      customerName: customer.name,
      number: contract.number,
    })
    .from(consentRequest)
    .innerJoin(customer, eq(customer.customerId, consentRequest.customerId))
    .leftJoin(
      contract,
      and(
        eq(contract.customerId, consentRequest.customerId),
        eq(contract.contractId, consentRequest.contractId),
      ),
    )
    .where(
      and(
        eq(consentRequest.status, "requested"),
        eq(consentRequest.asker, "customer"),
        or(isNull(consentRequest.assignee), ne(consentRequest.assignee, "asked")),
      ),
    );
}
