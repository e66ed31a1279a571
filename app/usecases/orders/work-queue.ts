import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { readContractsInStates, type QueuedContract } from "#db/queries/operations/work-queue.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";

/** A contract in the queue with the day that puts it where it stands. */
export interface QueueItem extends Omit<QueuedContract, "submittedAt"> {
  /** ISO day by which the list is ordered: of receipt, wished, proposed or fixed start, or end. */
  day: string;
  /** Whole days since the order was sent. */
  ageDays: number;
}

/** What waits for operations, each list by its day. */
export interface WorkQueue {
  today: string;
  /** Orders to verify and to accept or reject (A5.1, A5.2). */
  orders: QueueItem[];
  /** Accepted contracts without a start day (A5.5). */
  startDays: QueueItem[];
  /** Start days that the customer has not answered (A5.5). */
  proposals: QueueItem[];
  /** Contracts that start within two weeks. */
  startingSoon: QueueItem[];
  /** Ended contracts with something still to settle (A8.1, A18.1). */
  windDowns: QueueItem[];
}

const soonDays = 14;

/** The work of operations as of now. Throws Problem `notAllowed` for other roles. */
export async function readWorkQueue(principal: Principal): Promise<WorkQueue> {
  asStaff(principal, "operations");
  const today = tokyoDay(principal.receivedAt);
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readContractsInStates(tx, ["submitted", "accepted", "preparing", "ended"]),
  );
  const soon = today.add({ days: soonDays }).toString();
  const dayIn = {
    submitted: (row: QueuedContract) => receivedDay(row),
    accepted: (row: QueuedContract) => row.proposedStart ?? row.wishedStart,
    preparing: (row: QueuedContract) => row.startDay,
    ended: (row: QueuedContract) => row.endDay,
  };
  const items = (status: keyof typeof dayIn): QueueItem[] =>
    rows
      .filter((row) => row.status === status)
      .map(({ submittedAt, ...row }) => {
        const day = dayIn[status]({ ...row, submittedAt }) ?? "";
        const received = receivedDay({ ...row, submittedAt });
        const ageDays = received ? dayOf(received).until(today, { largestUnit: "days" }).days : 0;
        return { ...row, day, ageDays };
      })
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const acceptedItems = items("accepted");
  return {
    today: today.toString(),
    orders: items("submitted"),
    startDays: acceptedItems.filter(({ proposedStart }) => proposedStart === null),
    proposals: acceptedItems.filter(({ proposedStart }) => proposedStart !== null),
    startingSoon: items("preparing").filter(({ day }) => day <= soon),
    windDowns: items("ended"),
  };
}

function receivedDay({ submittedAt }: Pick<QueuedContract, "submittedAt">): string | null {
  return submittedAt && tokyoDay(submittedAt.toISOString()).toString();
}
