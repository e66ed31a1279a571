import type { Stamp } from "../engine/outgoing.ts";
import type { OptionContext } from "./context.ts";
import type { OptionEvent } from "./events.ts";

type Given = { context: OptionContext; event: OptionEvent & Stamp };

const isReminder = ({ context: { inspection }, event }: Given) =>
  event.type === "remindInspection" && !inspection?.reminded.includes(event.id);

const isInTime = ({ context: { inspection }, event }: Given) =>
  inspection !== null && event.day <= inspection.lastDay;

/** The conditions of an inspection (A11). */
export const inspectionConditions = {
  /** What is reported is completed, and was not before the work began. */
  isCompleted: ({ context: { startDay }, event }: Given) =>
    event.type === "reportCompletion" &&
    event.completedOn <= event.day &&
    (startDay === null || event.completedOn >= startDay),
  remindsInTime: (given: Given) => isReminder(given) && isInTime(given),
  remindsLate: (given: Given) => isReminder(given) && !isInTime(given),
};
