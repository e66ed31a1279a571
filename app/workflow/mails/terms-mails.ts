import type { Handle } from "#db/client.ts";
import { readMenuName } from "#db/queries/document-names.ts";
import { readTermsVersions } from "#db/queries/terms-versions.ts";
import { documentName } from "#machines/terms-version/document-name.ts";
import { headOf, stated, type Builder } from "./contract-facts.ts";
import type { Surroundings } from "./facts.ts";

/** What a mail says of a version of the terms or of a specification; null where there is none. */
export async function readTermsFacts(
  tx: Handle,
  version: string | null,
): Promise<Surroundings["terms"]> {
  const [row] = version === null ? [] : await readTermsVersions(tx, [version]);
  if (!row) return null;
  const { ja: nameJa, en: nameEn } = documentName(
    row.document,
    await readMenuName(tx, row.document),
  );
  const { effectiveDay, summaryJa, summaryEn, lateReasonJa, lateReasonEn } = row;
  return {
    ...{ document: { nameJa, nameEn }, version: row.version, effectiveDay: effectiveDay ?? "" },
    ...{ summaryJa: summaryJa ?? "", summaryEn: summaryEn ?? "", lateReasonJa, lateReasonEn },
  };
}

/** Mails about versions of the terms of service and of specifications. */
export const termsMails = {
  "terms-change": (params, around) => {
    const { contractNumber } = headOf(params, around);
    const terms = stated(around.terms);
    const address = `/portal/contracts/${params.contractId}/terms/${encodeURIComponent(terms.version)}`;
    return { ...terms, url: `${around.appUrl}${address}`, contractNumber };
  },
  "terms-change-withdrawn": (params, around) => {
    const { contractNumber } = headOf(params, around);
    const { document, version, effectiveDay } = stated(around.terms);
    return { document, version, effectiveDay, url: `${around.appUrl}/terms`, contractNumber };
  },
  "terms-consent-needed": (params, around) => {
    const { contractNumber: orderNumber } = headOf(params, around);
    const { document, version, effectiveDay } = stated(around.terms);
    const url = `${around.appUrl}/portal/orders/${params.contractId}/consent`;
    return { document, version, effectiveDay, url, orderNumber };
  },
} satisfies {
  "terms-change": Builder<"terms-change">;
  "terms-change-withdrawn": Builder<"terms-change-withdrawn">;
  "terms-consent-needed": Builder<"terms-consent-needed">;
};
