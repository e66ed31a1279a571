import { formatDay, formatName } from "../format.ts";
import { defineMail, type BilingualName, type MailBase } from "../mail.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { DeviceFact, DeviceMailKind } from "./words.ts";

/** Props of every mail about a lent device. Days ISO; what a mail does not show may be null. */
export type DeviceMailProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  serialNumber: string | null;
  /** Who answers for a loss. */
  finding: "customer" | "operator" | null;
  facts: Partial<Record<DeviceFact, string | null>>;
};

const days: readonly DeviceFact[] = ["wishedDay", "lostOn", "endDay", "returnDue", "backOn"];

/** A mail about a lent device: which facts it shows, and by which clauses. */
const deviceMail = (kind: DeviceMailKind, shown: readonly DeviceFact[], ...clauses: string[]) =>
  defineMail({ ja, en }, (props: DeviceMailProps, words, locale) => {
    const { heading, lead, leadOfCustomer, warning } = words.mails[kind];
    const facts = shown.flatMap((name) => {
      const value = props.facts[name];
      if (!value) return [];
      return [
        { label: words.facts[name], value: days.includes(name) ? formatDay(value, locale) : value },
      ];
    });
    const said = props.finding === "customer" && leadOfCustomer ? leadOfCustomer : lead;
    return {
      subject: words.subject(heading, props.contractNumber),
      preview: said[0] ?? heading,
      heading,
      lead: said,
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.menu, value: formatName(props.option, locale) },
        ...(props.serialNumber ? [{ label: words.serialNumber, value: props.serialNumber }] : []),
        ...facts,
      ],
      warning,
      action: words.action,
      clauses,
    };
  });

/** Mails about lent devices, from the shipment to the return (A7, A8.1). */
export const deviceMails = {
  "device-shipped": deviceMail("device-shipped", ["parcel", "site"], "A7.1", "A7.5"),
  "device-lost-in-transit": deviceMail("device-lost-in-transit", ["parcel"], "A7.5"),
  "installation-reminder": deviceMail("installation-reminder", ["site"], "A7.2"),
  "relocation-received": deviceMail("relocation-received", ["wishedDay", "newSite"], "A7.3"),
  "relocation-approved": deviceMail(
    "relocation-approved",
    ["wishedDay", "newSite", "note"],
    "A7.3",
  ),
  "relocation-refused": deviceMail("relocation-refused", ["wishedDay", "newSite", "note"], "A7.3"),
  "fault-received": deviceMail("fault-received", ["note"], "A7.4"),
  "device-exchanged": deviceMail("device-exchanged", [], "A7.4"),
  "loss-received": deviceMail("loss-received", ["lostOn", "note"], "A7.6"),
  "loss-decided": deviceMail("loss-decided", ["lostOn"], "A7.6"),
  "return-instructions": deviceMail("return-instructions", ["endDay", "returnDue"], "A8.1"),
  "return-reminder": deviceMail("return-reminder", ["endDay", "returnDue"], "A8.1"),
  "return-overdue": deviceMail("return-overdue", ["returnDue"], "A8.1"),
  "recovery-started": deviceMail("recovery-started", ["returnDue"], "A8.1"),
  "device-received": deviceMail("device-received", ["backOn"], "A8.1"),
};
