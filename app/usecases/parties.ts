import type { Issuer, Recipient } from "#app/documents/data.ts";
import type { OperatorProfile } from "#db/queries/operator-profile.ts";
import type { RegistrationRow } from "#db/queries/order-papers.ts";

/** Who gives a document: the operator as it stands in its profile. */
export const issuerOf = (operator: OperatorProfile): Issuer => ({
  ...operator,
  email: operator.supportEmail,
});

/** To whom a document is made out: a company as it registered itself (届出事項). */
export function recipientOf(registration: RegistrationRow): Recipient {
  const { companyName, contactName, postalCode, prefecture, city, street } = registration;
  const address = `${prefecture}${city}${street}`;
  return { companyName, departmentName: null, personName: contactName, postalCode, address };
}
