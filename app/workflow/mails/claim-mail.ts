import type { Handle } from "#db/client.ts";
import { lockEffect, recordProgress } from "#db/queries/effects.ts";
import { effectOfTag, providerIdsOf, type StoredMail } from "./stored-mail.ts";

/**
 * Notes on its effect that the provider has taken a mail, on the provider's own word: where the answer
 * to our request was lost, that ends the doubt. False where no effect wants a mail of that tag.
 *
 * @param now the portal's instant
 */
export async function claimMail(
  tx: Handle,
  tag: string,
  providerId: string,
  now: Date,
): Promise<boolean> {
  const key = effectOfTag(tag);
  const effect = key && (await lockEffect(tx, key));
  const stored = (effect?.rendered ?? []) as StoredMail[];
  const place = stored.findIndex((mail) => mail.tag === tag);
  const mail = stored[place];
  if (!key || !mail || mail.providerId !== null) return false;
  const rendered = stored.with(place, { ...mail, providerId });
  const isSent = rendered.every((one) => one.providerId !== null);
  const ended = isSent ? { state: "done" as const, problem: null, finishedAt: now } : {};
  await recordProgress(tx, key, { ...ended, rendered, providerId: providerIdsOf(rendered) });
  return true;
}
