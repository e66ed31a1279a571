import type { MailProps } from "#app/gateways/mail-writer.ts";
import type { Handle } from "#db/client.ts";
import { readMenuNames } from "#db/queries/loan-words.ts";
import { readDeviceNote, readDeviceSite, type DeviceSiteRow } from "#db/queries/loans.ts";
import type { Parcel } from "#machines/device/context.ts";
import type { DeviceMailFacts, DeviceTemplate } from "#machines/device/mail.ts";

/** Stored with every effect that mails about a lent device. */
export interface DeviceMailParams {
  template: DeviceTemplate;
  to: "customer";
  contractId: string;
  loanId: string;
  at: string;
  day: string;
  facts: DeviceMailFacts;
}

/** What a mail about a lent device says in words that lie outside the log. */
export interface DeviceMailWords {
  note: string | null;
  site: string | null;
  newSite: string | null;
  option: { nameJa: string; nameEn: string };
}

const addressOf = (site: DeviceSiteRow | null): string | null =>
  site && `${site.siteName} 〒${site.postalCode} ${site.prefecture}${site.city}${site.street}`;

/** Reads note, addresses and the menu's names of a mail about a lent device. */
export async function readDeviceWords(
  tx: Handle,
  customerId: string,
  { facts: { noteId, siteId, relocation, device } }: DeviceMailParams,
): Promise<DeviceMailWords> {
  const site = async (id: string | null | undefined) =>
    id ? addressOf(await readDeviceSite(tx, customerId, id)) : null;
  const note = noteId ? await readDeviceNote(tx, customerId, noteId) : null;
  const names = await readMenuNames(tx, device.menuCode);
  return {
    note: note?.text ?? null,
    site: await site(siteId),
    newSite: await site(relocation?.siteId),
    option: names ?? { nameJa: device.menuCode, nameEn: device.menuCode },
  };
}

const sent = (parcel: Parcel | null) => parcel && `${parcel.carrier} ${parcel.trackingNumber}`;

/** What a mail about a lent device says; which of its facts it shows, its template knows. */
export function deviceMailProps(
  { loanId, facts }: DeviceMailParams,
  { appUrl, contractNumber }: { appUrl: string; contractNumber: string },
  { note, site, newSite, option }: DeviceMailWords,
): Omit<MailProps<DeviceTemplate>, "operator" | "recipientName" | "companyName"> {
  const { device, finding, relocation, loss, parcel } = facts;
  return {
    url: `${appUrl}/portal/devices/${loanId}`,
    ...{ contractNumber, option, serialNumber: device.serialNumber, finding },
    facts: {
      ...{ note, site, newSite, parcel: sent(parcel), wishedDay: relocation?.wishedDay ?? null },
      lostOn: facts.lostOn ?? loss?.lostOn ?? null,
      ...{ endDay: facts.endDay, returnDue: facts.returnDue, backOn: facts.backOn },
    },
  };
}
