import type { Evidence, StoredEffect } from "../evidence.ts";

type Mail = Evidence["provider"]["mails"][number];

/** Mails that are missing, and mails that somebody got twice. */
export interface MailFaults {
  lost: string[];
  doubled: string[];
}

/**
 * Two effects that wrote the same words to the same person on one day. Only refused cards may: each
 * attempt is told by itself.
 */
function sameWordsTwice(effects: readonly StoredEffect[], byKey: Map<string, Mail[]>): string[] {
  const written = effects
    .filter(({ template }) => template !== "payment-failed")
    .flatMap(({ day, mails }) =>
      mails.flatMap(({ key }) =>
        (byKey.get(key) ?? []).map(({ to, subject, text }) => ({
          key,
          words: [day, to, subject, text].join("\n"),
        })),
      ),
    );
  return [...Map.groupBy(written, ({ words }) => words)].flatMap(([words, mails]) => {
    const keys = new Set(mails.map(({ key }) => key));
    return keys.size > 1 ? [`${keys.size} effects wrote: ${words.slice(0, 120)}`] : [];
  });
}

/** Every mail effect is done and has one mail for each of its readers; no mail came twice. */
export function checkMails({ effects, provider }: Evidence): MailFaults {
  const lost: string[] = [];
  const doubled: string[] = [];
  const byKey = Map.groupBy(provider.mails, (mail) => mail.idempotency_key ?? mail.id);
  const mailEffects = effects.filter(({ kind }) => kind === "mail");
  for (const { key, state, problem, mails } of mailEffects) {
    if (state !== "done" || mails.length === 0) {
      lost.push(`effect ${key} is ${state}: ${problem ?? "no reason"}`);
    }
    for (const mail of mails) {
      const sent = byKey.get(mail.key) ?? [];
      if (sent.length === 0 && state === "done") lost.push(`${mail.key} to ${mail.to}`);
      if (sent.length > 1) doubled.push(`${sent.length} times ${mail.key} to ${mail.to}`);
    }
  }
  doubled.push(...sameWordsTwice(mailEffects, byKey));
  return { lost, doubled };
}

/** Effects and provider events that were left undone, or that the engine gave up. */
export function checkDrained({ effects, inbox, droppedTimers }: Evidence): string[] {
  const open = effects.filter(({ state }) => state !== "done");
  const unread = inbox.filter(({ state }) => state === "received" || state === "failed");
  return [
    ...open.map(({ key, kind, state, problem }) => `${kind} ${key} is ${state}: ${problem ?? ""}`),
    ...unread.map(
      ({ eventId, type, state, outcome }) => `${type} ${eventId} is ${state}: ${outcome}`,
    ),
    ...(droppedTimers > 0 ? [`${droppedTimers} timers were dropped`] : []),
  ];
}
