import { renderReturnSlipPdf, renderWipeCertificatePdf } from "#app/gateways/pdf.tsx";
import { currentPortal } from "#app/portal.ts";
import { issuerOf, recipientOf } from "#app/usecases/parties.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readHistory } from "#db/queries/engine/read-history.ts";
import { readPersonNames } from "#db/queries/operations/people.ts";
import { readOperatorProfile } from "#db/queries/operator-profile.ts";
import { readRegistration } from "#db/queries/order-papers.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import type { LoanSide } from "./acts.ts";
import { papersOf, type LoanPaper } from "./papers-of-loan.ts";
import { readLoan, type LoanPage } from "./read-loan.ts";

type Locale = "ja" | "en";
interface File {
  fileName: string;
  bytes: Uint8Array;
}
interface Ids {
  customerId: string;
  loanId: string;
}

/** Operator and customer as papers name them; an assignee may have no registered information yet. */
async function partiesOf({ customerId, customerName }: LoanPage["loan"]) {
  const read = await currentPortal().database.transaction(
    { role: "portal_engine" },
    async (tx) => ({
      registration: await readRegistration(tx, customerId),
      operator: await readOperatorProfile(tx),
    }),
  );
  const unregistered = { departmentName: null, personName: null, postalCode: "", address: "" };
  const recipient = read.registration
    ? recipientOf(read.registration)
    : { companyName: customerName, ...unregistered };
  return { issuer: issuerOf(read.operator), recipient, phone: read.registration?.phone ?? "" };
}

/** The paper with which a device goes back: its sender is the site where the device stands, else the company. */
async function returnSlip(view: LoanPage, locale: Locale): Promise<File> {
  const { loan, endDay, stays, today } = view;
  const { serialNumber, returnDue } = loan;
  if (!serialNumber || !returnDue || !endDay) throw new Problem("notFound", "nothing goes back");
  const { issuer, recipient, phone } = await partiesOf(loan);
  const site = stays[0]?.site;
  const { companyName, postalCode, address } = recipient;
  const bytes = await renderReturnSlipPdf(
    {
      ...{ issuer, recipient, issuedDay: today, contractNumber: loan.contractNumber ?? "" },
      ...{ serialNumber, endDay, dueDay: returnDue },
      to: {
        ...{ name: issuer.nameJa, postalCode: issuer.postalCode, address: issuer.addressJa },
        phone: issuer.phone,
      },
      from: site
        ? {
            ...{ name: companyName, postalCode: site.postalCode, phone: site.phone },
            address: `${site.prefecture}${site.city}${site.street}`,
          }
        : { name: companyName, postalCode, address, phone },
    },
    locale,
  );
  return { fileName: `return-${serialNumber}.pdf`, bytes };
}

/** Who checked a device that came back, and when: from the loan's own history. */
async function checkOf(ids: Ids): Promise<{ day: string; person: string }> {
  return currentPortal().database.transaction({ role: "portal_engine" }, async (tx) => {
    const history = await readHistory(tx, { customerId: ids.customerId, machineId: ids.loanId });
    const check = history.findLast(({ event }) => (event as { type: string }).type === "check");
    if (!check) throw new Problem("notFound", "it was not checked");
    const { userId } = check.actor as { userId?: string };
    const names = userId ? await readPersonNames(tx, [userId]) : {};
    return { day: tokyoDayText(check.at), person: names[userId ?? ""] ?? "" };
  });
}

async function wipeCertificate(view: LoanPage, locale: Locale): Promise<File> {
  const { loan, backOn } = view;
  const { serialNumber, contractNumber } = loan;
  if (!serialNumber || !backOn) throw new Problem("notFound", "it did not come back");
  const { issuer, recipient } = await partiesOf(loan);
  const { day, person } = await checkOf(loan);
  const bytes = await renderWipeCertificatePdf(
    {
      ...{ issuer, recipient, contractNumber: contractNumber ?? "", serialNumber },
      ...{ backDay: backOn, checkedDay: day, checkedBy: person },
    },
    locale,
  );
  return { fileName: `erasure-${serialNumber}.pdf`, bytes };
}

const makers: Record<LoanPaper, (view: LoanPage, locale: Locale) => Promise<File>> = {
  "return-slip": returnSlip,
  "wipe-certificate": wipeCertificate,
};

/**
 * A paper of a loan as a PDF file: the address label for its return (A8.1), or the certificate that the device
 * was wiped (A18.1).
 *
 * @throws Problem `notFound` where there is no such loan or it has no such paper now
 */
export async function loanPaper(
  principal: Principal,
  side: LoanSide,
  ids: Ids,
  { paper, locale }: { paper: string; locale: Locale },
): Promise<File> {
  const view = await readLoan(principal, side, ids);
  const found = papersOf(view.loan).find((one) => `${one}.pdf` === paper);
  if (!found) throw new Problem("notFound", `no paper ${paper}`);
  return makers[found](view, locale);
}
