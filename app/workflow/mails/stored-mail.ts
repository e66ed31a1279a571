/** One mail to one person, as its bytes were stored before the first try. */
export interface StoredMail {
  key: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Names the mail at the provider; those that were rendered before there were tags have none. */
  tag?: string;
  providerId: string | null;
}

/** The tag of a person's mail: which effect wants it, and which of the readers it is for. */
export function tagOf(effect: MailOf, person: number): string {
  return [effect.customerId, effect.machineId, effect.seq, effect.n, person].join("_");
}

interface MailOf {
  customerId: string;
  machineId: string;
  seq: number;
  n: number;
}

/** The effect that a tag names; null for what is no tag of ours. */
export function effectOfTag(tag: string): MailOf | null {
  const [, customerId, machineId, seq, n] =
    /^([0-9a-f-]{36})_([0-9a-f-]{36})_(\d{1,9})_(\d{1,9})_\d{1,4}$/.exec(tag) ?? [];
  if (!customerId || !machineId) return null;
  return { customerId, machineId, seq: Number(seq), n: Number(n) };
}

/** The provider's ids of the mails that it has taken, with spaces between; null for none. */
export function providerIdsOf(mails: readonly StoredMail[]): string | null {
  const ids = mails.flatMap(({ providerId }) => providerId ?? []);
  return ids.length === 0 ? null : ids.join(" ");
}
