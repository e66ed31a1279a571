import { currentPortal } from "#app/portal.ts";
import { isStorable } from "#app/usecases/notices/typed-fields.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import {
  countTermsDeliveries,
  noteFollowUp,
  readTermsDeliveries,
  termsDeliveryStates,
  type DeliveryCounts,
  type TermsDelivery,
  type TermsDeliveryState,
} from "#db/queries/terms-deliveries.ts";
import { readTermsVersions } from "#db/queries/terms-versions.ts";

/** Who was told of a version, and how far each mail got. */
export interface DeliveryList {
  rows: TermsDelivery[];
  counts: DeliveryCounts;
  state: TermsDeliveryState | null;
  page: number;
  pages: number;
}

const rowsPerPage = 50;
const longestNote = 500;
const staff = { role: "portal_staff" } as const;

const pageOf = (text: string | null) => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 1);

/**
 * One page of the mails about a version, narrowed by how far they got.
 *
 * @throws Problem `notFound` for no version, `notAllowed` for other roles
 */
export async function listDeliveries(
  principal: Principal,
  version: string,
  wanted: { state: string | null; page: string | null },
): Promise<DeliveryList> {
  asStaff(principal, "operations");
  const state = termsDeliveryStates.find((name) => name === wanted.state) ?? null;
  const page = pageOf(wanted.page);
  return currentPortal().database.transaction(staff, async (tx) => {
    const [known] = await readTermsVersions(tx, [version]);
    if (!known) throw new Problem("notFound", `no version ${version}`);
    const counts = await countTermsDeliveries(tx, version);
    const mails = termsDeliveryStates.reduce((sum, name) => sum + counts[name], 0);
    const total = state === null ? mails : counts[state];
    const place = { offset: (page - 1) * rowsPerPage, limit: rowsPerPage };
    const rows = await readTermsDeliveries(tx, version, state, place);
    return { rows, counts, state, page, pages: Math.max(1, Math.ceil(total / rowsPerPage)) };
  });
}

/**
 * Notes how staff told a customer whom the mail did not reach, such as by letter; with that the task
 * is done. The first note stays.
 *
 * @throws Problem `notFound` for ids that are none, `notAllowed` for other roles
 */
export async function followUpDelivery(
  principal: Principal,
  key: EffectKey,
  typed: string,
): Promise<"noted" | "missing" | "tooLong"> {
  asStaff(principal, "operations");
  requireIdentifiers(key.customerId, key.machineId);
  if (![key.seq, key.n].every((place) => Number.isSafeInteger(place) && place >= 0)) {
    throw new Problem("notFound", "no mail");
  }
  const note = typed.trim();
  if (note === "") return "missing";
  if (!isStorable(note, longestNote)) return "tooLong";
  const { userId, receivedAt } = principal;
  await currentPortal().database.transaction({ role: "portal_engine" }, (tx) =>
    noteFollowUp(tx, key, { note, at: new Date(receivedAt), userId }),
  );
  return "noted";
}
