import type { Principal } from "#app/usecases/principal.ts";
import { asNoticeWish, type TypedWish } from "./cancellation-wish.ts";
import { previewCancellation, type CancellationChoices } from "./preview-cancellation.ts";
import { summariseCommand } from "./what-if/summary.ts";
import type { WhatIfResult } from "./what-if/try-command.ts";

/** The page on which a customer gives notice, with what the notice changes in the coming 24 months. */
export interface CancellationPage extends CancellationChoices {
  /** Null where nothing that can be confirmed was wished for. */
  summary: WhatIfResult | null;
}

/**
 * The ways in which a contract can be cancelled today and, for a wish that can be confirmed, what
 * changes beside staying (A10.2, A17). Nothing is written. Throws as `previewCancellation`.
 */
export async function readCancellationPage(
  principal: Principal,
  contractId: string,
  typed: TypedWish | null,
): Promise<CancellationPage> {
  const choices = await previewCancellation(principal, contractId, typed);
  const { preview, problem } = choices;
  if (!preview || problem) return { ...choices, summary: null };
  const event = { type: "cancel", wish: asNoticeWish(preview.wish) };
  return { ...choices, summary: await summariseCommand(principal, contractId, event) };
}
