import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import {
  findLoan,
  readDeviceNotes,
  readDeviceSites,
  type DeviceSiteRow,
  type NamedLoan,
} from "#db/queries/loans.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import type { DeviceContext, OpenCharge, Parcel } from "#machines/device/context.ts";
import { explainReturnDueDay } from "#machines/terms/a08-return.ts";
import { actsOpen } from "./act-event.ts";
import { actorOn } from "./act-on-loan.ts";
import type { ActName, LoanSide } from "./acts.ts";

/** An address where a device goes or stands. */
export type Site = Omit<DeviceSiteRow, "customerId" | "loanId" | "writtenAt">;

/** A loan with all that its page shows. Days are ISO. */
export interface LoanPage {
  loan: Omit<NamedLoan, "changedAt" | "reserved">;
  reserved: string | null;
  /** Where it stood, the latest first; one without an address was another customer's. */
  stays: { from: string; site: Site | null }[];
  parcel: Parcel | null;
  deliveredOn: string | null;
  installedOn: string | null;
  relocation: { wishedDay: string; site: Site | null } | null;
  lostOn: string | null;
  endDay: string | null;
  /** How the last day of its return was found (A8.1); null where nothing is to go back. */
  returnDerivation: Derivation | null;
  returnParcel: Parcel | null;
  backOn: string | null;
  charges: OpenCharge[];
  notes: { noteId: string; text: string; at: string }[];
  acts: ActName[];
  today: string;
}

const siteOf = ({ customerId: _, loanId: __, writtenAt: ___, ...site }: DeviceSiteRow): Site =>
  site;

/** From what the last day of the return counts, where it still is that day. */
function derivationOf({ endDay, returnDue }: DeviceContext): Derivation | null {
  if (!endDay || !returnDue) return null;
  const found = explainReturnDueDay(dayOf(endDay));
  return found.day.toString() === returnDue ? found.derivation : null;
}

/**
 * A loan for staff, or for a member of the customer that has it.
 *
 * @throws Problem `notFound` where there is no such loan, `notAllowed` for other roles
 */
export async function readLoan(
  principal: Principal,
  side: LoanSide,
  { customerId, loanId }: { customerId: string; loanId: string },
): Promise<LoanPage> {
  actorOn(principal, side, customerId);
  if (![customerId, loanId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  const as =
    side === "operations"
      ? ({ role: "portal_staff" } as const)
      : ({ role: "portal_app", customerId } as const);
  return currentPortal().database.transaction(as, async (tx) => {
    const row = await findLoan(tx, customerId, loanId);
    const stored = await readMachineSnapshot(tx, customerId, { machineId: loanId, kind: "device" });
    if (!row || !stored) throw new Problem("notFound", `no loan ${loanId}`);
    const snapshot = presentState<DeviceContext>(stored);
    const { context } = snapshot;
    const found = await readDeviceSites(tx, customerId, loanId);
    const sites = new Map(found.map((site) => [site.siteId, siteOf(site)]));
    const notes = await readDeviceNotes(tx, customerId, loanId);
    const { changedAt: _, reserved, ...loan } = row;
    const { parcel, deliveredOn, installedOn, relocation, lostOn, endDay } = context;
    const { returnParcel, backOn, charges } = context;
    const at = principal.receivedAt;
    const today = tokyoDay(at).toString();
    return {
      ...{ loan, reserved, parcel, deliveredOn, installedOn, lostOn, endDay },
      stays: context.sites
        .map(({ siteId, from }) => ({ from, site: sites.get(siteId) ?? null }))
        .toReversed(),
      relocation: relocation && {
        wishedDay: relocation.wishedDay,
        site: sites.get(relocation.siteId) ?? null,
      },
      ...{ returnDerivation: derivationOf(context), returnParcel, backOn, charges },
      notes: notes.map(({ noteId, text, writtenAt }) => {
        return { noteId, text, at: writtenAt.toISOString() };
      }),
      acts: actsOpen(snapshot, principal.roles, { at, day: today }),
      today,
    };
  });
}

/** A member's own loan. Throws Problem `notFound` where it is another customer's. */
export async function readOwnLoan(principal: Principal, loanId: string): Promise<LoanPage> {
  const { customerId } = asMember(principal);
  return readLoan(principal, "customer", { customerId, loanId });
}
