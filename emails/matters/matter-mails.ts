import type { MatterTemplate } from "#machines/matters/mail.ts";
import { formatDay } from "../format.ts";
import { defineMail, type MailBase } from "../mail.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { MatterFact } from "./words.ts";

/** Props of every mail about a matter. Days ISO; what a mail does not show may be null. */
export type MatterMailProps = MailBase & {
  contractNumber: string | null;
  facts: Partial<Record<MatterFact, string | null>>;
  /** Values that belong to the matter, such as registered information before and after. */
  values: readonly { name: string; before: string | null; after: string }[];
};

type Shown = MatterFact | "values";

/** A mail about a matter: which facts it shows, and by which clauses. */
const matterMail = (template: MatterTemplate, shown: readonly Shown[], ...clauses: string[]) =>
  defineMail({ ja, en }, (props: MatterMailProps, words, locale) => {
    const { heading, lead } = words.mails[template];
    const { contractNumber, values } = props;
    const valued = values.map(({ name, before, after }) => ({
      label: words.values[name] ?? name,
      value: before ? words.change(before, after) : after,
    }));
    const facts = shown.flatMap((name) => {
      if (name === "values") return valued;
      const value = props.facts[name];
      if (!value) return [];
      const text = name === "note" ? value : formatDay(value, locale);
      return [{ label: words.facts[name], value: text }];
    });
    return {
      subject: words.subject(heading, contractNumber),
      preview: lead,
      heading,
      lead: [lead],
      facts: [
        ...(contractNumber ? [{ label: words.contract, value: contractNumber }] : []),
        ...facts,
      ],
      action: words.action,
      clauses,
    };
  });

/** Mails about matters between customer and operator beside the orders (A6, A8.3, A8.4, A13, A25, A26, A28, A30). */
export const matterMails = {
  "change-received": matterMail("change-received", ["happenedOn", "values", "note"], "A13.1"),
  "change-evidence-asked": matterMail("change-evidence-asked", ["happenedOn", "note"], "A13.1"),
  "change-applied": matterMail("change-applied", ["happenedOn", "settledOn", "values"], "A13.1"),
  "change-refused": matterMail("change-refused", ["happenedOn", "note"], "A13.1"),
  "material-asked": matterMail("material-asked", ["dueOn", "note"], "A6", "A25.1"),
  "material-reminder": matterMail("material-reminder", ["dueOn", "note"], "A25.1", "A25.3"),
  "material-received": matterMail("material-received", ["note"], "A25.1"),
  "material-asked-again": matterMail("material-asked-again", ["dueOn", "note"], "A25.3"),
  "material-to-return": matterMail("material-to-return", [], "A25.5"),
  "material-returned": matterMail("material-returned", ["settledOn", "note"], "A25.5"),
  "material-disposed": matterMail("material-disposed", ["settledOn", "note"], "A25.5"),
  "inquiry-asked": matterMail("inquiry-asked", ["dueOn", "note"], "A8.4"),
  "inquiry-reminder": matterMail("inquiry-reminder", ["dueOn", "note"], "A8.4"),
  "inquiry-asked-again": matterMail("inquiry-asked-again", ["dueOn", "note"], "A8.4"),
  "inquiry-closed": matterMail("inquiry-closed", [], "A8.4"),
  "claim-received": matterMail("claim-received", ["happenedOn", "note"], "A8.3", "A26.1"),
  "claim-acknowledged": matterMail(
    "claim-acknowledged",
    ["happenedOn", "openedOn"],
    "A8.3",
    "A26.1",
  ),
  "claim-defended": matterMail("claim-defended", ["note"], "A26.1"),
  "claim-excluded": matterMail("claim-excluded", ["note"], "A26.2"),
  "claim-closed": matterMail("claim-closed", ["settledOn", "note"], "A8.3", "A26.1"),
  "incident-contact-named": matterMail("incident-contact-named", ["values"], "A28.4"),
  "incident-contact-removed": matterMail("incident-contact-removed", ["values"], "A28.4"),
  "disclosure-recorded": matterMail(
    "disclosure-recorded",
    ["happenedOn", "dutyUntil", "note"],
    "A30.1",
    "A30.6",
  ),
  "disclosure-spoken": matterMail("disclosure-spoken", ["happenedOn", "dueOn", "note"], "A30.1"),
  "disclosure-reminder": matterMail(
    "disclosure-reminder",
    ["happenedOn", "dueOn", "note"],
    "A30.1",
  ),
  "disclosure-lapsed": matterMail("disclosure-lapsed", ["happenedOn", "note"], "A30.1"),
  "disclosure-compelled": matterMail("disclosure-compelled", ["note"], "A30.3"),
} satisfies Record<MatterTemplate, unknown>;
