import type { Principal } from "#app/usecases/principal.ts";
import { asNoticeWish } from "./cancellation-wish.ts";
import { readOptionPage, type OptionPage } from "./option-orders.ts";
import { summariseCommand } from "./what-if/summary.ts";
import type { WhatIfResult } from "./what-if/try-command.ts";

/** The page of a contract's options, with what the notice that was chosen changes. */
export interface OptionNotice {
  page: OptionPage;
  /** Null where no end of an option was chosen, or none that is open. */
  summary: WhatIfResult | null;
}

/**
 * The options of a contract and, for an end that was chosen, what changes in the coming 24 months
 * (A9.2). Nothing is written.
 *
 * @param chosen the option and the end (ISO day) that the page is asked for
 * @throws Problem `notFound` for a contract of somebody else
 */
export async function readOptionNotice(
  principal: Principal,
  contractId: string,
  { optionId, endDay }: { optionId: string | null; endDay: string | null },
): Promise<OptionNotice> {
  const page = await readOptionPage(principal, contractId);
  const found = page.cancellable.find(({ option }) => option.optionId === optionId);
  const exit = found?.exits.exits.find((one) => one.endDay === endDay);
  if (!found || !exit) return { page, summary: null };
  const event = { type: "cancel", wish: asNoticeWish(exit.wish) };
  const option = { optionId: found.option.optionId };
  return { page, summary: await summariseCommand(principal, contractId, event, option) };
}
