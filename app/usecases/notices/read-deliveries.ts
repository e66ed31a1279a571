import { readNoticeDeliveries } from "#db/queries/notices.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";

/** A notice's mail to one customer, and what became of it. */
export interface Delivery {
  customerId: string;
  customerName: string;
  template: string;
  /** ISO instant at which the notice was decided on. */
  at: string;
  /** Delivery states that the provider told, one a reader; else how the sending stands. */
  states: string[];
}

/** Who was told of something, the latest first. Throws Problem `notAllowed` for other roles. */
export async function readDeliveries(principal: Principal, noticeId: string): Promise<Delivery[]> {
  asStaff(principal, "operations");
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readNoticeDeliveries(tx, noticeId),
  );
  return rows.map(({ state, deliveries, ...row }) => {
    const sending = state === "done" ? "sent" : state;
    return { ...row, states: deliveries.length > 0 ? deliveries : [sending] };
  });
}
