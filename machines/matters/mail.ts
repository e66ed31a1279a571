import { base } from "./base.ts";
import type { MatterContext } from "./context.ts";

/** The mails about matters. */
export const matterTemplates = [
  ...["change-received", "change-evidence-asked", "change-applied", "change-refused"],
  ...["material-asked", "material-reminder", "material-received", "material-asked-again"],
  ...["material-to-return", "material-returned", "material-disposed"],
  ...["inquiry-asked", "inquiry-reminder", "inquiry-asked-again", "inquiry-closed"],
  ...["claim-received", "claim-acknowledged", "claim-defended", "claim-excluded", "claim-closed"],
  ...["incident-contact-named", "incident-contact-removed"],
  ...["disclosure-recorded", "disclosure-spoken", "disclosure-reminder", "disclosure-lapsed"],
  ...["disclosure-compelled"],
] as const;

export type MatterTemplate = (typeof matterTemplates)[number];

/** What a mail about a matter rests on, as it was when the matter decided to write; words by their note's id. */
export type MatterMailFacts = Pick<
  MatterContext,
  "about" | "by" | "openedOn" | "happenedOn" | "dueOn" | "dutyUntil" | "settledOn" | "noteId"
>;

/** A mail about this matter, to the customer. */
export const mail = (template: MatterTemplate) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { matterId, contractId, about, by, openedOn, happenedOn, dueOn, dutyUntil } = context;
    const { settledOn, noteId } = context;
    const dates = { openedOn, happenedOn, dueOn, dutyUntil, settledOn };
    const facts: MatterMailFacts = { about, by, ...dates, noteId };
    const to = { template, to: "customer", matterId, contractId };
    const params = { ...to, at: event.at, day: event.day, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });
