import { randomUUID } from "node:crypto";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Mail } from "../store/tables.ts";
import { oweWebhook } from "../webhooks/outbox.ts";
import type { MailDraft } from "./parse-mail.ts";

/**
 * Puts a mail into the mailbox and owes the webhooks of its fate: sent, then delivered, or bounced
 * when a recipient's address contains `bounce`. Inside a transaction.
 */
export function acceptMail(
  sandbox: Sandbox,
  draft: MailDraft,
  idempotencyKey: string | null,
): Mail {
  const id = randomUUID();
  const bounced = draft.to.filter((address) => address.includes("bounce"));
  const mail: Mail = {
    ...draft,
    id,
    created_at: sandbox.clock.iso(),
    message_id: `<${id}@sandbox.resend.test>`,
    last_event: bounced.length > 0 ? "bounced" : "delivered",
    idempotency_key: idempotencyKey,
  };
  sandbox.store.put("mails", mail);
  emitMailEvent(sandbox, mail, "email.sent", {});
  if (bounced.length === 0) emitMailEvent(sandbox, mail, "email.delivered", {});
  else {
    emitMailEvent(sandbox, mail, "email.bounced", {
      bounce: {
        message: `The recipient's mail server rejected the message: ${bounced.join(", ")} does not exist.`,
        subType: "General",
        type: "Permanent",
      },
    });
  }
  return mail;
}

function emitMailEvent(
  sandbox: Sandbox,
  mail: Mail,
  type: string,
  more: Record<string, unknown>,
): void {
  const id = newId("msg", 27);
  sandbox.store.put("mailEvents", {
    id,
    type,
    created_at: sandbox.clock.iso(),
    data: {
      email_id: mail.id,
      message_id: mail.message_id,
      created_at: mail.created_at,
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      tags: Object.fromEntries(mail.tags.map((tag) => [tag.name, tag.value])),
      ...more,
    },
  });
  oweWebhook(sandbox, "resend", id);
}
