import type { Role, SessionUser } from "./middleware/context.ts";

/**
 * Who may use a route with a method.
 * - `public`: everybody; `signed`: everybody, but the body is proved by the provider's signature;
 * - `token`: everybody, but the route asks for the token of the operator's machines;
 * - `demo`: everybody, and the route exists only in a demonstration;
 * - `member`: everybody who is signed in; else the roles named.
 */
export type Policy = "public" | "signed" | "token" | "demo" | "member" | readonly Role[];

/**
 * The methods that a route answers; any other is refused with 405. HEAD goes with GET. `files` says that
 * its form may bring files.
 */
export type Access = { get?: Policy; post?: Policy; files?: true };

const customers = ["owner", "billing", "technical", "viewer"] as const;
const readsMoney = ["owner", "billing", "viewer"] as const;
const pays = ["owner", "billing"] as const;
const signs = ["owner"] as const;
const plans = ["owner", "technical"] as const;
const operations = ["operations"] as const;
const finance = ["finance"] as const;
const admin = ["admin"] as const;
const decides = ["finance", "admin"] as const;
const staff = ["operations", "finance", "admin"] as const;

const form = (policy: Policy): Access => ({ get: policy, post: policy });
const read = (policy: Policy): Access => ({ get: policy });
const upload = (policy: Policy): Access => ({ get: policy, post: policy, files: true });

/** The pattern of a matched route as its row in `access` names it; the router leaves the first slash out. */
export function rowName(pattern: string): string {
  return `/${pattern.replace(/^\/+/, "")}`;
}

/** One row a route, by its pattern: the middleware asks it and the tests are generated from it. */
export const access: Readonly<Record<string, Access>> = {
  "/": read("public"),
  "/catalog": read("public"),
  "/terms": read("public"),
  "/terms/versions": read("public"),
  "/terms/comparison": read("public"),
  "/notices": read("public"),
  "/maintenance": read("public"),
  "/maintenance.ics": read("public"),
  "/language": { post: "public" },

  "/sign-up": form("public"),
  "/sign-up/sent": form("public"),
  "/verify-email": form("public"),
  "/sign-in": form("public"),
  "/sign-in/second-factor": form("public"),
  "/sign-out": { post: "public" },
  "/forgot-password": form("public"),
  "/reset-password": form("public"),
  "/dashboard": read("member"),
  "/account": form("member"),

  "/portal": read(customers),
  "/portal/orders/new": form(signs),
  "/portal/orders/:contractId/:step": form(signs),
  "/portal/orders/:contractId/withdrawal": form(signs),
  "/portal/orders/:contractId/consent": form(signs),
  "/portal/contracts/:contractId": read(customers),
  "/portal/contracts/:contractId/erasure.pdf": read(customers),
  "/portal/contracts/:contractId/start-day": form(plans),
  "/portal/contracts/:contractId/terms": read(customers),
  "/portal/contracts/:contractId/terms/:version": { get: customers, post: signs },
  "/portal/contracts/:contractId/cancellation": form(signs),
  "/portal/contracts/:contractId/withdrawal": form(signs),
  "/portal/contracts/:contractId/options": form(signs),
  "/portal/contracts/:contractId/quote.pdf": read(customers),
  "/portal/devices": read(customers),
  "/portal/devices/:loanId": read(customers),
  "/portal/devices/:loanId/:act": form(plans),
  "/portal/devices/:loanId/papers/:paper": read(customers),
  "/portal/matters": read(customers),
  "/portal/matters/new/:kind": upload(plans),
  "/portal/matters/:matterId": read(customers),
  "/portal/matters/:matterId/:act": upload(plans),
  "/portal/matter-files/:fileId": read(customers),
  "/portal/consents": read(customers),
  "/portal/consents/new": form(signs),
  "/portal/consents/:requestId": { get: customers, post: signs },
  "/portal/consents/:requestId/decision.pdf": read(customers),
  "/portal/inspections": read(customers),
  "/portal/inspections/:optionId": { get: customers, post: plans },
  "/portal/inspections/:optionId/acceptance.pdf": read(customers),
  "/portal/invoices": read(readsMoney),
  "/portal/invoices/:invoiceId": read(readsMoney),
  "/portal/invoices/:invoiceId/invoice.pdf": read(readsMoney),
  "/portal/invoices/:invoiceId/receipt.pdf": read(readsMoney),
  "/portal/invoices/:invoiceId/credit-notes/:creditNoteId": read(readsMoney),
  "/portal/invoices/:invoiceId/payment": { post: pays },
  "/portal/invoices/:invoiceId/collection": { post: pays },
  "/portal/payments/:paymentId": read(readsMoney),
  "/portal/payments/:paymentId/authentication": { post: pays },
  "/portal/card": read(readsMoney),
  "/portal/card/new": form(pays),
  "/portal/card/removal": form(pays),
  "/portal/card/saved/:cardId": read(readsMoney),

  "/operations": form(staff),
  "/operations/orders/:customerId/:contractId": form(operations),
  "/operations/restrictions": read(operations),
  "/operations/restrictions/new": form(operations),
  "/operations/restrictions/:restrictionId": form(operations),
  "/operations/discontinuations": read(operations),
  "/operations/discontinuations/new": form(operations),
  "/operations/discontinuations/:discontinuationId": form(operations),
  "/operations/consents": read(operations),
  "/operations/consents/new": form(operations),
  "/operations/consents/:customerId/:requestId": form(operations),
  "/operations/consents/:customerId/:requestId/decision.pdf": read(operations),
  "/operations/matters": read(operations),
  "/operations/matters/new/:kind": upload(operations),
  "/operations/matters/:customerId/:matterId": read(operations),
  "/operations/matters/:customerId/:matterId/:act": upload(operations),
  "/operations/loans": read(operations),
  "/operations/loans/:customerId/:loanId": form(operations),
  "/operations/loans/:customerId/:loanId/papers/:paper": read(operations),
  "/operations/loans/:customerId/:loanId/:act": form(operations),
  "/operations/inspections": read(operations),
  "/operations/inspections/:customerId/:optionId": form(operations),
  "/operations/inspections/:customerId/:optionId/acceptance.pdf": read(operations),
  "/operations/devices": read(operations),
  "/operations/devices/import": upload(operations),
  "/operations/devices/:deviceId": form(operations),
  "/operations/maintenance": read(operations),
  "/operations/maintenance/new": form(operations),
  "/operations/maintenance/:maintenanceId": form(operations),
  "/operations/contracts": read(operations),
  "/operations/terms": form(operations),
  "/operations/terms/:version": form(operations),
  "/operations/terms/:version/articles/:article": form(operations),
  "/operations/terms/:version/announcement": form(operations),
  "/operations/terms/:version/deliveries": form(operations),
  "/operations/contracts/:customerId/:contractId": form(operations),
  "/operations/contracts/:customerId/:contractId/erasure": form(operations),
  "/operations/contracts/:customerId/:contractId/erasure.pdf": read(operations),
  "/operations/contracts/:customerId/:contractId/what-if": read(operations),
  "/operations/contracts/:customerId/:contractId/cancellation": form(operations),
  "/operations/contracts/:customerId/:contractId/notices": form(operations),
  "/operations/breaches": read(operations),
  "/operations/breaches/:customerId/new": upload(operations),
  "/operations/breaches/:customerId/:caseId": upload(operations),
  "/operations/breaches/:customerId/:caseId/demand": form(operations),
  "/operations/breaches/:customerId/:caseId/termination": form(operations),
  "/operations/files/:customerId/:fileId": read(operations),

  "/finance": read(finance),
  "/finance/invoices/:customerId/:invoiceId": form(finance),
  "/finance/invoices/:customerId/:invoiceId/invoice.pdf": read(finance),
  "/finance/invoices/:customerId/:invoiceId/credit-notes/:creditNoteId": read(finance),
  "/finance/documents": read(finance),
  "/finance/documents.csv": read(finance),
  "/finance/invoices/:customerId/:invoiceId/adjustment": form(finance),
  "/finance/approvals": read(decides),
  "/finance/approvals/:customerId/:approvalId": form(decides),
  "/finance/invoices/:customerId/:invoiceId/refund": form(finance),
  "/finance/refunds": read(finance),
  "/finance/refunds/:customerId/:refundId": form(finance),
  "/finance/device-charges/:customerId/:loanId": form(finance),
  "/finance/disputes/:customerId/:disputeId": form(finance),
  "/finance/comparison": read(finance),
  "/finance/payments": read(finance),
  "/finance/receipts": upload(finance),
  "/finance/receipts/:receiptId": form(finance),
  "/finance/ledger": read(finance),
  "/finance/ledger/trial-balance.csv": read(finance),
  "/finance/ledger/accounts/:account": read(finance),
  "/finance/ledger/accounts/:account/entries.csv": read(finance),
  "/finance/ledger/transactions/:customerId/:transactionId": read(finance),
  "/finance/ledger/receivables": read(finance),
  "/finance/ledger/receivables.csv": read(finance),
  "/finance/ledger/forecast": read(finance),
  "/finance/ledger/forecast.csv": read(finance),
  "/finance/payouts": form(finance),
  "/finance/payouts/:payoutId": form(finance),
  "/finance/months": read(finance),
  "/finance/months/:month": form(finance),
  "/finance/months/:month/closure": form(finance),
  "/finance/months/:month/statement": read(finance),
  "/finance/months/:month/journal.csv": read(finance),
  "/finance/months/:month/payouts.csv": read(finance),

  "/admin": read(admin),
  "/admin/effects": form(admin),
  "/admin/effects/events": form(admin),
  "/admin/months": read(admin),
  "/admin/months/:month": form(admin),

  "/demo/clock": form("demo"),
  "/webhooks/stripe": { post: "signed" },
  "/webhooks/resend": { post: "signed" },
  "/health/live": read("public"),
  "/health/ready": read("public"),
  "/metrics": read("token"),
  "/*": form("public"),
};

const staffRoles: readonly Role[] = ["operations", "finance", "admin"];

/** Whether any of these roles belongs to the operator's staff. */
export function isStaff(roles: readonly Role[]): boolean {
  return roles.some((role) => staffRoles.includes(role));
}

/** The outcome of asking: go on, sign in or set up a second factor first, or a refusal's status. */
export type Decision =
  | { outcome: "allowed" | "sign-in" | "enrol" }
  | { outcome: "refused"; status: 403 | 404 | 405 };

/**
 * Decides whether a person (null: a visitor) may use the route `pattern` with `method`. A pattern
 * without a row is refused. Customers learn nothing of the staff's areas (404); everybody else who
 * lacks the role is told so (403). Staff without a second factor get to their account only, except
 * in a demonstration.
 */
export function decideAccess(
  pattern: string,
  method: string,
  person: Pick<SessionUser, "roles" | "twoFactor"> | null,
  demo: boolean,
): Decision {
  const row = access[pattern];
  const given = row && policyFor(row, method);
  // A method that the route does not answer is judged by the others, so that 405 tells nothing new.
  const policy = given ?? row?.get ?? row?.post;
  if (policy === undefined || (policy === "demo" && !demo))
    return { outcome: "refused", status: 404 };
  if (policy === "member" || typeof policy !== "string") {
    if (person === null) return { outcome: "sign-in" };
    const staff = isStaff(person.roles);
    if (policy !== "member" && !policy.some((role) => person.roles.includes(role))) {
      return { outcome: "refused", status: isStaff(policy) && !staff ? 404 : 403 };
    }
    if (staff && !person.twoFactor && !demo && pattern !== "/account") return { outcome: "enrol" };
  }
  return given === undefined ? { outcome: "refused", status: 405 } : { outcome: "allowed" };
}

function policyFor(row: Access, method: string): Policy | undefined {
  if (method === "GET" || method === "HEAD") return row.get;
  return method === "POST" ? row.post : undefined;
}

/** The first page of the area that a person with these roles works in. */
export function homeOf(roles: readonly Role[]): string {
  const area = staffRoles.find((role) => roles.includes(role));
  if (area) return `/${area}`;
  return roles.length > 0 ? "/portal" : "/account";
}
