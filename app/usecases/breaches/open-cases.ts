import { readBreachesOf } from "#db/queries/breach-cases.ts";
import type { Handle } from "#db/client.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { itemLabel } from "./item-label.ts";

/** A breach case by which the service can be suspended (A15.2). */
export interface OpenCase {
  caseId: string;
  item: string;
  label: Bilingual;
  status: string;
  /** ISO day. */
  recordedOn: string | null;
}

/** The states in which a case takes a suspension: recorded, and neither cured nor closed. */
const openStates = ["opened", "demanded", "periodOver", "uncured"];

/** The open breach cases of a customer, the newest first. */
export async function readOpenCases(tx: Handle, customerId: string): Promise<OpenCase[]> {
  const rows = await readBreachesOf(tx, customerId, openStates);
  return rows.map(({ caseId, item, status, recordedOn }) => {
    return { caseId, item, label: itemLabel(item), status, recordedOn };
  });
}
