import { asMember, type Principal } from "#app/usecases/principal.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { Trial } from "#machines/what-if.ts";
import type { Comparison } from "./compare.ts";
import { readCopy, tryCommand, type WhatIfResult } from "./try-command.ts";

/**
 * What a command of the customer would change on its contract in the coming 24 months, if it were
 * given now and every invoice paid on its due day. For the page on which it is confirmed; nothing
 * is written.
 *
 * @param options `answers` is what the operator would answer at once, where the command only asks for
 *   something; `optionId` names the option to which it goes, instead of the contract
 * @throws Problem `notFound` for a contract of somebody else
 */
export async function summariseCommand(
  principal: Principal,
  contractId: string,
  event: MachineEvent,
  { answers = [], optionId }: { answers?: Trial["answers"]; optionId?: string } = {},
): Promise<WhatIfResult> {
  const { customerId, actor } = asMember(principal);
  const copy = await readCopy({ role: "portal_app", customerId }, customerId, contractId);
  const day = tokyoDay(principal.receivedAt).toString();
  const found = tryCommand(
    copy,
    {
      machineId: optionId ?? contractId,
      kind: optionId ? "option" : "contract",
      ...{ actor, event, day, answers },
    },
    { now: principal.receivedAt, paysWhenDue: true },
  );
  return found.comparison ? { ...found, comparison: ownOf(found.comparison) } : found;
}

/** Without the mails that go to the operator's own people. */
function ownOf(comparison: Comparison): Comparison {
  const mails = comparison.mails.filter((pair) => (pair.with ?? pair.without)?.to === "customer");
  return { ...comparison, mails };
}
