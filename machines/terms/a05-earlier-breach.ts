/** Words that say what kind of company it is; two names that differ in them alone are one company's. */
const legalForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|\(同\)|kabushikikaisha|incorporated|corporation|co\.,?ltd\.?|k\.k\.|inc\.|ltd\.|llc/g;

/**
 * What a company's name comes down to when the same company is looked for again (A5.4(7)): without
 * legal form, width of letters, case, spaces and points. Empty where nothing is left.
 */
export function companyKey(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, "");
  return plain.replace(legalForms, "").replace(/[\p{P}\p{S}]+/gu, "");
}

/** How an earlier breach belongs to an applicant: the same customer, or another under the same name. */
export type SameCompany = "customer" | "name";

/** Whether a breach was the applicant's own (契約違反の前歴, A5.4(7)); null where it was not. */
export function sameCompany(
  applicant: { customerId: string; names: readonly string[] },
  breach: { customerId: string; names: readonly string[] },
): SameCompany | null {
  if (applicant.customerId === breach.customerId) return "customer";
  const keys = applicant.names.map(companyKey).filter((key) => key !== "");
  return breach.names.some((name) => keys.includes(companyKey(name))) ? "name" : null;
}
