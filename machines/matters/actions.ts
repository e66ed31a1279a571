import { dayOf } from "../calendar.ts";
import { lastDayOfConfirmation, lastDayOfDuty } from "../terms/a30-confidentiality.ts";
import { base } from "./base.ts";
import type { MatterContext } from "./context.ts";

/** What a matter begins with, from whichever event opens it. */
export const open = (by: "customer" | "operator") =>
  base.assign(({ event }) => {
    const { machineId: matterId, day: openedOn } = event;
    return {
      ...{ matterId, openedOn, by },
      contractId: "contractId" in event ? event.contractId : null,
      loanId: "loanId" in event ? event.loanId : null,
      about: "about" in event ? event.about : null,
      dueOn: "dueOn" in event ? event.dueOn : null,
      noteId: "noteId" in event ? event.noteId : null,
      files: "files" in event ? event.files : [],
      happenedOn: "happenedOn" in event ? event.happenedOn : null,
      fields: "fields" in event ? event.fields : [],
      grantsAuthority: "grantsAuthority" in event ? event.grantsAuthority : false,
      isPersonalData: "isPersonalData" in event ? event.isPersonalData : false,
    } satisfies Partial<MatterContext>;
  });

/** What is said later, with the files that come with it. */
export const noteWords = base.assign(({ context, event }) => ({
  noteId: "noteId" in event ? event.noteId : context.noteId,
  files: "files" in event ? [...context.files, ...event.files] : context.files,
}));

/** It is asked once more, and waited for anew. */
export const askAgain = base.assign(({ event }) =>
  "dueOn" in event ? { dueOn: event.dueOn, reminded: [] } : {},
);

/** Nothing is waited for any more. */
export const stopWaiting = base.assign({ dueOn: null, reminded: [] });

export const settle = base.assign({
  ...{ dueOn: null, reminded: [] },
  settledOn: ({ event }) => ("handledOn" in event ? event.handledOn : event.day),
});

/** Authority that was given is not taken back by later words (A26.1). */
export const noteAuthority = base.assign({
  grantsAuthority: ({ context, event }) =>
    context.grantsAuthority || ("grantsAuthority" in event && event.grantsAuthority),
});

export const noteReminder = base.assign({
  reminded: ({ context, event }) =>
    event.type === "remind" ? [...context.reminded, event.id] : context.reminded,
});

/** What was told in confidence is to be confirmed in writing (A30.1(2)). */
export const waitForConfirmation = base.assign({
  dueOn: ({ context }) =>
    context.happenedOn && lastDayOfConfirmation(dayOf(context.happenedOn)).toString(),
});

/** From the disclosure on, the duty lasts for its years (A30.6). */
export const noteDuty = base.assign({
  ...{ dueOn: null, reminded: [] },
  dutyUntil: ({ context: { happenedOn, isPersonalData } }) =>
    happenedOn && (lastDayOfDuty(dayOf(happenedOn), isPersonalData)?.toString() ?? null),
});
