import type { Mail } from "../store/tables.ts";

/** Whether the bare address is among the recipients, whatever the display name or case. */
export function isRecipient(mail: Mail, address: string): boolean {
  const wanted = address.toLowerCase();
  const all = [...mail.to, ...(mail.cc ?? []), ...(mail.bcc ?? [])];
  return all.some((recipient) => bareAddress(recipient) === wanted);
}

/** `Name <Mail@Example.com>` gives `mail@example.com`. */
export function bareAddress(recipient: string): string {
  return (/<([^<>]+)>$/.exec(recipient)?.[1] ?? recipient).toLowerCase();
}
