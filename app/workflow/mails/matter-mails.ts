import type { MailProps } from "#app/gateways/mail-writer.ts";
import type { Handle } from "#db/client.ts";
import { readMatterNote, readMatterValues } from "#db/queries/matters.ts";
import type { MatterMailFacts, MatterTemplate } from "#machines/matters/mail.ts";

/** Stored with every effect that mails about a matter. */
export interface MatterMailParams {
  template: MatterTemplate;
  to: "customer";
  matterId: string;
  contractId: string | null;
  at: string;
  day: string;
  facts: MatterMailFacts;
}

/** What a mail about a matter says in words that lie outside the log. */
export interface MatterMailWords {
  note: string | null;
  values: readonly { name: string; before: string | null; after: string }[];
}

/** Reads the words and the values of a mail about a matter. */
export async function readMatterWords(
  tx: Handle,
  customerId: string,
  { matterId, facts: { noteId } }: MatterMailParams,
): Promise<MatterMailWords> {
  const note = noteId ? await readMatterNote(tx, customerId, noteId) : null;
  return { note: note?.text ?? null, values: await readMatterValues(tx, customerId, matterId) };
}

/** What a mail about a matter says; which of its facts it shows, its template knows. */
export function matterMailProps(
  { matterId, facts }: MatterMailParams,
  { appUrl, contractNumber }: { appUrl: string; contractNumber: string },
  { note, values }: MatterMailWords,
): Omit<MailProps<MatterTemplate>, "operator" | "recipientName" | "companyName"> {
  const { happenedOn, openedOn, dueOn, dutyUntil, settledOn } = facts;
  return {
    url: `${appUrl}/portal/matters/${matterId}`,
    contractNumber: contractNumber === "" ? null : contractNumber,
    facts: { happenedOn, openedOn, dueOn, dutyUntil, settledOn, note },
    values,
  };
}
