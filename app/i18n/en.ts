import type { Messages } from "./ja.ts";
import { adjustments } from "./en/adjustments.ts";
import { admin } from "./en/admin.ts";
import { approvals } from "./en/approvals.ts";
import { auth } from "./en/auth.ts";
import { frame } from "./en/frame.ts";
import { breach } from "./en/breach.ts";
import { cards } from "./en/cards.ts";
import { consents } from "./en/consents.ts";
import { contract } from "./en/contract.ts";
import { damages } from "./en/damages.ts";
import { demo } from "./en/demo.ts";
import { documentSearch } from "./en/document-search.ts";
import { erasure } from "./en/erasure.ts";
import { finance } from "./en/finance.ts";
import { inspections } from "./en/inspections.ts";
import { invoice } from "./en/invoice.ts";
import { ledger } from "./en/ledger.ts";
import { maintenance } from "./en/maintenance.ts";
import { months } from "./en/months.ts";
import { notices } from "./en/notices.ts";
import { receipts } from "./en/receipts.ts";
import { refunds } from "./en/refunds.ts";
import { loans } from "./en/loans.ts";
import { matters } from "./en/matters.ts";
import { stock } from "./en/stock.ts";
import { restrictions } from "./en/restrictions.ts";
import { operations } from "./en/operations.ts";
import { order } from "./en/order.ts";
import { portal } from "./en/portal.ts";
import { publicPages } from "./en/public.ts";
import { status } from "./en/status.ts";
import { terms } from "./en/terms.ts";
import { whatIf } from "./en/what-if.ts";
import { work } from "./en/work.ts";

/** Every text of the portal in English. */
export const en: Messages = {
  frame,
  status,
  public: publicPages,
  auth,
  order,
  portal,
  contract,
  cards,
  consents,
  breach,
  inspections,
  invoice,
  damages,
  operations,
  maintenance,
  months,
  notices,
  restrictions,
  loans,
  matters,
  stock,
  terms,
  documentSearch,
  erasure,
  finance,
  ledger,
  receipts,
  refunds,
  admin,
  adjustments,
  approvals,
  demo,
  whatIf,
  work,
};
