import type { Principal } from "#app/usecases/principal.ts";
import {
  erasureOutcomes,
  erasureStores,
  type ErasedStore,
  type ErasureStore,
} from "#machines/terms/a18-erasure.ts";
import { eraseWordsOfContract } from "#db/queries/erasure.ts";
import { sendAsOperations, type StaffTarget } from "../staff-command.ts";

/** What staff are asked: what became of each store. */
export const erasureQuestions = { stores: erasureStores, outcomes: erasureOutcomes };

/** What staff answered for each store, by its name; what was not answered is missing. */
export type ErasureAnswers = Partial<Record<ErasureStore, string>>;

/** What a form of staff says of each store. */
export const erasureAnswersOf = (form: FormData): ErasureAnswers =>
  Object.fromEntries(
    erasureStores.map((store) => [store, String(form.get(store) ?? "")]),
  ) as ErasureAnswers;

/**
 * Records that a customer's data and logs were erased, store by store (データの消去, A18.1), and takes away what the
 * portal itself holds for the service; what stays is in `erasurePlan`.
 *
 * @returns `erased`, or the stores about which nothing was said: then nothing is recorded
 * @throws Problem `notFound`, `notAllowed`, or `conflict` where the contract has not ended or it is recorded already
 */
export async function recordErasure(
  principal: Principal,
  target: StaffTarget,
  answers: ErasureAnswers,
): Promise<"erased" | { missing: ErasureStore[] }> {
  const stores = erasureStores.flatMap((store): ErasedStore[] => {
    const outcome = erasureOutcomes.find((one) => one === answers[store]);
    return outcome ? [{ store, outcome }] : [];
  });
  const missing = erasureStores.filter((store) => stores.every((one) => one.store !== store));
  if (missing.length > 0) return { missing };
  const { customerId, contractId } = target;
  await sendAsOperations(principal, target, { type: "dataErased", stores }, async (tx) => {
    await eraseWordsOfContract(tx, { customerId, contractId });
  });
  return "erased";
}
