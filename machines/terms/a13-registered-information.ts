/** Registered information (届出事項) that the commercial register attests (A13.1(1)). */
const attested: ReadonlySet<string> = new Set([
  ...["companyName", "companyNameKana", "representative"],
  ...["postalCode", "prefecture", "city", "street"],
]);

/** Whether a change of these members of the registered information comes with a document of evidence (証明書類). */
export const needsEvidence = (fields: readonly string[]): boolean =>
  fields.some((name) => attested.has(name));
