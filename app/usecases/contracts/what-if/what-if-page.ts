import { newIdentifier } from "#app/identifier.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readCustomer } from "#db/queries/operations/people.ts";
import { currentPortal } from "#app/portal.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Actor } from "#machines/engine/actor.ts";
import { eventOf, wrongFields, type EventField } from "#machines/engine/event-form.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { definitions } from "#machines/registry.ts";
import { topState } from "../states.ts";
import { requireIdentifiers } from "../staff-command.ts";
import { offeredEvents, type OfferedEvent } from "./offered.ts";
import { readCopy, tryCommand, whatIfMonths, type WhatIfResult } from "./try-command.ts";

/** The page on which staff try any command on a contract. */
export interface WhatIfPage {
  number: string | null;
  customerName: string;
  /** ISO days between which the command can be sent. */
  today: string;
  lastDay: string;
  offers: OfferedEvent[];
  chosen: OfferedEvent | null;
  /** The names of fields that are filled in wrongly; "day" is the day of sending. */
  wrong: string[];
  /** Null where nothing has been tried yet. */
  result: WhatIfResult | null;
}

/** What a form of staff says: the event, its fields, the day, and whether invoices get paid. */
export interface WhatIfForm {
  event: string | null;
  typed: (name: string) => string;
  /** Whether the fields were sent, and not only the event chosen. */
  isSent: boolean;
  day: string;
  paysWhenDue: boolean;
}

/** Staff try a customer's command as if the customer sent it. */
function actorOf(principal: Principal, { role }: OfferedEvent): Actor {
  const { userId } = principal;
  if (role === "operations" || role === "finance" || role === "admin") {
    return { kind: "staff", userId, role };
  }
  return { kind: "member", userId, role };
}

function asFields({ fields }: OfferedEvent): EventField[] {
  return fields.map(({ choices, known: _, ...field }) => {
    return { ...field, choices: choices.map(({ value }) => value) };
  });
}

/**
 * What staff can try on a contract, and what came of the command that the form names. Nothing is
 * written.
 *
 * @throws Problem `notFound` where there is no such contract or it is a draft; `notAllowed` without
 *   the role operations
 */
export async function readWhatIfPage(
  principal: Principal,
  customerId: string,
  contractId: string,
  form: WhatIfForm,
): Promise<WhatIfPage> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId, contractId);
  const copy = await readCopy({ role: "portal_staff" }, customerId, contractId);
  const { snapshot } = copy.record;
  if (topState(snapshot.value) === "draft") throw new Problem("notFound", "it is a draft");
  const customer = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readCustomer(tx, customerId),
  );
  const offers = offeredEvents(copy).map((offer) => ({
    ...offer,
    fields: offer.fields.map(preset),
  }));
  const chosen = offers.find(({ id }) => id === form.event) ?? null;
  const today = tokyoDay(principal.receivedAt).toString();
  const lastDay = dayOf(today).add({ months: whatIfMonths }).toString();
  const page = { number: snapshot.context.number, customerName: customer?.name ?? "" };
  const base = { ...page, today, lastDay, offers, chosen };
  if (!chosen || !form.isSent) return { ...base, wrong: [], result: null };
  const fields = asFields(chosen);
  const event = eventOf(chosen.type, fields, form.typed);
  const { day } = form;
  const isDay = isoDay.safeParse(day).success && day >= today && day <= lastDay;
  const wrong = [
    ...wrongFields(definitions[chosen.kind].events, event, fields),
    ...(isDay ? [] : ["day"]),
  ];
  if (wrong.length > 0) return { ...base, wrong, result: null };
  const { machineId, kind } = chosen;
  const trial = { machineId, kind, actor: actorOf(principal, chosen), event, day };
  const terms = { now: principal.receivedAt, paysWhenDue: form.paysWhenDue };
  return { ...base, wrong, result: tryCommand(copy, trial, terms) };
}

/** An id that nothing of the contract has yet stands for something new. */
function preset(field: OfferedEvent["fields"][number]): OfferedEvent["fields"][number] {
  if (field.input !== "id" || field.optional) return field;
  return { ...field, preset: field.known[0]?.id ?? newIdentifier() };
}
