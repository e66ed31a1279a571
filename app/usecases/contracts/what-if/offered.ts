import { contractsOf } from "#machines/belonging.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { Role } from "#machines/engine/actor.ts";
import { fieldsOf, type EventField } from "#machines/engine/event-form.ts";
import { offersOf } from "#machines/engine/offers.ts";
import { presentSnapshot } from "#machines/engine/migration.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { definitions } from "#machines/registry.ts";
import { rejectionLabels, type RejectionReason } from "#machines/terms/a05-rejection.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import type { Copy } from "./try-command.ts";

/** A field with what the contract offers for it: labels of its choices, and the ids that fit. */
export interface OfferedField extends Omit<EventField, "choices"> {
  choices: { value: string; label: Bilingual | null }[];
  /** What the contract has that the id may name, by the day by which a person knows it. */
  known: { id: string; day: string | null }[];
}

/** An event that can be tried on one machine of the contract. */
export interface OfferedEvent {
  /** "machine id/event type". */
  id: string;
  machineId: string;
  kind: MachineKind;
  type: string;
  /** The role in which it is sent. */
  role: Role;
  /** What the machine is called: an option's name, an invoice's number; empty for the contract. */
  subject: Bilingual;
  fields: OfferedField[];
}

/** Whose commands staff may try; the operator's own first. */
const roles: readonly Role[] = ["operations", "finance", "owner", "billing", "technical"];

const same = (text: string): Bilingual => ({ ja: text, en: text });

/** Ids that an event of this contract may name. */
function knownIds(name: string, context: ContractContext): OfferedField["known"] {
  const { ends, sentNotices, restrictions, demands, suspensions } = context;
  const of = (id: string | null, day: string | null = null) => (id === null ? [] : [{ id, day }]);
  switch (name) {
    // Nothing is written of a trial: any id stands for the words.
    case "noteId":
      return of(context.contractId);
    case "noticeId":
      return [
        ...ends.flatMap(({ id, endDay }) => of(id, endDay)),
        ...sentNotices.flatMap(({ id, sentOn }) => of(id, sentOn)),
      ];
    case "restrictionId":
      return restrictions.flatMap(({ restrictionId }) => of(restrictionId));
    case "caseId":
      return demands.flatMap(({ caseId, until }) => of(caseId, until));
    case "cause.ref":
      return suspensions.flatMap(({ ref }) => of(ref));
    case "ref":
      return ends.flatMap(({ ref, endDay }) => of(ref, endDay));
    default:
      return [];
  }
}

function offeredField(field: EventField, context: ContractContext): OfferedField {
  const choices = field.choices.map((value) => {
    return { value, label: rejectionLabels[value as RejectionReason] ?? null };
  });
  return { ...field, choices, known: knownIds(field.name, context) };
}

/**
 * The events that staff can try on a contract, its options and its invoices in their present state, the
 * contract's own first: every one that a person may send and a form can ask for.
 */
export function offeredEvents({ record, stored }: Copy): OfferedEvent[] {
  const { context } = record.snapshot;
  const owners = contractsOf(stored.machines);
  const kinds: MachineKind[] = ["contract", "option", "invoice"];
  const own = stored.machines
    .filter(({ machineId }) => owners.get(machineId) === context.contractId)
    .toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
  const subjectOf = (machineId: string): Bilingual => {
    const option = context.options.find(({ optionId }) => optionId === machineId);
    const invoice = record.invoices.find(({ context: { invoiceId } }) => invoiceId === machineId);
    if (option) return { ja: option.nameJa, en: option.nameEn };
    return same(invoice?.context.number ?? "");
  };
  return own
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((machine) => {
      const { machineId, kind } = machine;
      const definition = definitions[kind];
      const offers = offersOf(definition, presentSnapshot(definition, machine));
      return offers.flatMap(({ type, senders }): OfferedEvent[] => {
        const role = roles.find((one) => senders.includes(one));
        const fields = fieldsOf(definition.events, type);
        if (!role || !fields) return [];
        const subject = subjectOf(machineId);
        const asked = fields.map((field) => offeredField(field, context));
        return [
          { id: `${machineId}/${type}`, machineId, kind, type, role, subject, fields: asked },
        ];
      });
    });
}
