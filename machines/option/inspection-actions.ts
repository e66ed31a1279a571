import { dayOf } from "../calendar.ts";
import { inspectionLastDay } from "../terms/a11-inspection.ts";
import { base } from "./base.ts";

export const noteReport = base.assign(({ event }) => {
  if (event.type !== "reportCompletion") return {};
  const { completedOn, noteId, day } = event;
  const last = inspectionLastDay(dayOf(completedOn), dayOf(day));
  const inspection = {
    ...{ completedOn, report: { day, noteId }, lastDay: last.day.toString() },
    ...{ reminded: [], objection: null, acceptance: null },
  };
  return { inspection };
});

export const noteObjection = base.assign(({ context: { inspection }, event }) => {
  if (event.type !== "objectToWork" || !inspection) return {};
  return { inspection: { ...inspection, objection: { day: event.day, noteId: event.noteId } } };
});

/** Accepted work is done: nothing more of it is to come. */
export const noteAcceptance = base.assign(({ context: { inspection }, event }) => {
  if (event.type !== "acceptWork" || !inspection) return {};
  const { day, noteId } = event;
  return { inspection: { ...inspection, acceptance: { day, noteId } }, endDay: day, ends: [] };
});

export const noteReminder = base.assign(({ context: { inspection }, event }) => {
  if (event.type !== "remindInspection" || !inspection) return {};
  return { inspection: { ...inspection, reminded: [...inspection.reminded, event.id] } };
});

/** With its acceptance work has earned its fee whole, and its contract counts on it no more. */
export const tellDone = base.enqueueActions(({ context, event, enqueue }) => {
  const { contractId: machineId, optionId } = context;
  const over = { endDay: event.day, clause: "A11.1", refund: "none" };
  const done = { type: "optionEnded", optionId, ...over };
  enqueue({ type: "tell", params: { kind: "contract", machineId, event: done, required: true } });
});
