import { adjustments } from "./ja/adjustments.ts";
import { admin } from "./ja/admin.ts";
import { approvals } from "./ja/approvals.ts";
import { auth } from "./ja/auth.ts";
import { frame } from "./ja/frame.ts";
import { breach } from "./ja/breach.ts";
import { cards } from "./ja/cards.ts";
import { consents } from "./ja/consents.ts";
import { contract } from "./ja/contract.ts";
import { damages } from "./ja/damages.ts";
import { demo } from "./ja/demo.ts";
import { documentSearch } from "./ja/document-search.ts";
import { erasure } from "./ja/erasure.ts";
import { finance } from "./ja/finance.ts";
import { inspections } from "./ja/inspections.ts";
import { invoice } from "./ja/invoice.ts";
import { ledger } from "./ja/ledger.ts";
import { maintenance } from "./ja/maintenance.ts";
import { months } from "./ja/months.ts";
import { notices } from "./ja/notices.ts";
import { receipts } from "./ja/receipts.ts";
import { refunds } from "./ja/refunds.ts";
import { loans } from "./ja/loans.ts";
import { matters } from "./ja/matters.ts";
import { stock } from "./ja/stock.ts";
import { restrictions } from "./ja/restrictions.ts";
import { operations } from "./ja/operations.ts";
import { order } from "./ja/order.ts";
import { portal } from "./ja/portal.ts";
import { publicPages } from "./ja/public.ts";
import { status } from "./ja/status.ts";
import { terms } from "./ja/terms.ts";
import { whatIf } from "./ja/what-if.ts";
import { work } from "./ja/work.ts";

/** Every text of the portal in Japanese. Its type is the one that each other language must have. */
export const ja = {
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

export type Messages = typeof ja;
