import { readOpenCases, type OpenCase } from "#app/usecases/breaches/open-cases.ts";
import { currentPortal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readLoansOf } from "#db/queries/loans.ts";
import { listMatters } from "#db/queries/matters.ts";
import { dayOf, explainMonthsAfter } from "#machines/calendar.ts";
import { underClause, type Derivation } from "#machines/calendar/derivation.ts";
import { readContractForStaff, type StaffContractView } from "./read-contract-for-staff.ts";

/** The four parts of the wind-down of an ended contract and whether each is settled. */
export type WindDown = Record<"devices" | "data" | "money" | "materials", boolean>;

export interface OperationsContract {
  view: StaffContractView;
  /** Null unless the contract has ended and is not closed. */
  windDown: WindDown | null;
  /** The last day to hand over lent devices (A8.1); null where none is lent or nothing has ended. */
  returnDay: { day: string; derivation: Derivation } | null;
  /** The loans of its devices, for which staff have a page each. */
  loans: { loanId: string; serialNumber: string | null }[];
  /** The requests by which materials of the customer are held for it (A25.5). */
  materials: { matterId: string; about: string | null; openedOn: string }[];
  /** The breach cases of the customer by which the service can be suspended (A15.2). */
  openCases: OpenCase[];
}

/** Materials that have not gone back yet: far fewer than this at once. */
const held = {
  ...{ kind: "materialRequest", statuses: ["held", "returnDue"] },
  ...{ limit: 1000, offset: 0 },
};

const settledStates = ["settled", "erased", "returned"];

function windDownOf(state: unknown): WindDown | null {
  if (typeof state !== "object" || state === null || !("ended" in state)) return null;
  const parts = Object.entries(state.ended as Record<string, string>);
  return Object.fromEntries(
    parts.map(([part, value]) => [part, settledStates.includes(value)]),
  ) as WindDown;
}

/**
 * A contract as operations work on it.
 *
 * @throws Problem `notFound` where there is none or it is a draft, which is the customer's own;
 *   `notAllowed` for other roles
 */
export async function contractForOperations(
  principal: Principal,
  customerId: string,
  contractId: string,
): Promise<OperationsContract> {
  const view = await readContractForStaff(principal, customerId, contractId);
  if (view.status === "draft") throw new Problem("notFound", "it is a draft");
  const windDown = windDownOf(view.picture.state);
  const lends = view.options.some(({ kind }) => kind === "device");
  const ended = windDown && lends ? view.end : null;
  const back = ended && underClause("A8.1", explainMonthsAfter(dayOf(ended.day), 1));
  const returnDay = back && { day: back.day.toString(), derivation: back.derivation };
  const found = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) => ({
      openCases: await readOpenCases(tx, customerId),
      loans: (await readLoansOf(tx, customerId))
        .filter((loan) => loan.contractId === contractId)
        .map(({ loanId, serialNumber }) => ({ loanId, serialNumber })),
      materials: (await listMatters(tx, { ...held, customerId }))
        .filter((matter) => matter.contractId === contractId)
        .map(({ matterId, about, openedOn }) => ({ matterId, about, openedOn })),
    }),
  );
  return { view, windDown, returnDay, ...found };
}
