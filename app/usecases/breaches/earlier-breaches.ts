import type { Handle } from "#db/client.ts";
import { readRecordedBreaches } from "#db/queries/breach-cases.ts";
import { sameCompany, type SameCompany } from "#machines/terms/a05-earlier-breach.ts";
import type { BreachItem } from "#machines/terms/a16-termination.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { itemLabel } from "./item-label.ts";

/** A recorded breach of the company that orders now. */
export interface EarlierBreach {
  customerId: string;
  caseId: string;
  customerName: string;
  item: BreachItem;
  label: Bilingual;
  status: string;
  /** ISO day. */
  recordedOn: string;
  sameBy: SameCompany;
}

/**
 * The recorded breaches of the same company (A5.4(7)), the newest first: of the customer itself and of
 * others under the same name. For the staff's reading role, which sees all customers.
 */
export async function earlierBreaches(
  tx: Handle,
  applicant: { customerId: string; names: readonly string[] },
): Promise<EarlierBreach[]> {
  const recorded = await readRecordedBreaches(tx);
  return recorded.flatMap((breach) => {
    const sameBy = sameCompany(applicant, breach);
    if (!sameBy) return [];
    const { customerId, caseId, status, names, recordedOn } = breach;
    return [
      {
        ...{ customerId, caseId, status, sameBy },
        customerName: names[0] ?? "",
        item: breach.item as BreachItem,
        label: itemLabel(breach.item),
        recordedOn: recordedOn ?? "",
      },
    ];
  });
}
