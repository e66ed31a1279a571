import { plainText, yenAmount } from "../engine/fields.ts";
import { derivedId } from "../engine/hash.ts";
import type { MachineEvent } from "../engine/outgoing.ts";
import type { InvoiceContext } from "../invoice/context.ts";
import { damagesAccount } from "../invoice/damages-account.ts";
import { command, type ScenarioCommand } from "./command.ts";
import type { Scene, Step } from "./step.ts";

/** The invoice that its number names. */
const invoice = plainText.min(1);
const reason = plainText.min(1);
/** Yen; what stands open on the day where it is left out. */
const amount = yenAmount.optional();

/** One step by which finance sends an event to an invoice. */
function byFinance(
  scene: Scene,
  number: string,
  eventOf: (context: InvoiceContext | undefined) => MachineEvent,
): Step[] {
  const found = [...scene.machines.values()].find(
    ({ kind, view }) => kind === "invoice" && view["number"] === number,
  );
  // Where there is none, the engine says so itself.
  const machineId = found?.machineId ?? derivedId(scene.customerId, `invoice/${number}`);
  const event = eventOf(found?.snapshot.context as unknown as InvoiceContext | undefined);
  return [{ sender: "finance", kind: "invoice", machineId, event }];
}

const openOn = (context: InvoiceContext | undefined, day: string) =>
  (context && damagesAccount(context, day)?.open) || 1;

/** What finance decides about late damages (A14.3), and disputes of an invoice. */
export const damagesCommands: Readonly<Record<string, ScenarioCommand>> = {
  claimDamages: command({ invoice, amount }, ({ invoice: number, amount: yen }, scene) =>
    byFinance(scene, number, (context) => {
      return { type: "claimDamages", amount: yen ?? openOn(context, scene.day) };
    }),
  ),
  waiveDamages: command({ invoice, amount, reason }, (members, scene) =>
    byFinance(scene, members.invoice, (context) => {
      const yen = members.amount ?? openOn(context, scene.day);
      return { type: "waiveDamages", amount: yen, reason: members.reason };
    }),
  ),
  dispute: command({ invoice, reason }, ({ invoice: number, reason: why }, scene) =>
    byFinance(scene, number, () => ({ type: "dispute", reason: why })),
  ),
  endDispute: command({ invoice, reason }, ({ invoice: number, reason: why }, scene) =>
    byFinance(scene, number, () => ({ type: "endDispute", reason: why })),
  ),
};
