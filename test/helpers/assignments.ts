import type { Portal } from "#app/portal.ts";
import { commandEffect } from "#app/workflow/command-effect.ts";
import { runEffect, type EffectParts } from "#app/workflow/effects.ts";
import { handOverEffect } from "#app/workflow/hand-over-effect.ts";
import { mailEffect } from "#app/workflow/mails/mail-effect.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import type { TestDatabase } from "./database.ts";
import type { SentMail } from "./effect-work.ts";

/**
 * Does what the two sides of an assignment say to each other, and their mails, as a worker would; what
 * cannot be done yet stays.
 *
 * @param sent takes the mails
 * @param cut says where the work breaks off, before the first effect of that kind
 */
export async function workAssignments(
  portal: Portal,
  test: TestDatabase,
  sent: SentMail[],
  cut?: (kind: string) => boolean,
): Promise<void> {
  const { database, mailFrom, appUrl } = portal;
  const mail = {
    ...portal.mail,
    sendMail: async ({ to, subject, text }: { to: string; subject: string; text: string }) => {
      const id = `re_${sent.length + 1}`;
      sent.push({ id, to, subject, text });
      return { outcome: "sent", providerId: id } as const;
    },
  };
  const handlers = {
    command: commandEffect(portal),
    handOver: handOverEffect(portal),
    mail: mailEffect({ database, mail, mailFrom, appUrl }),
  } as unknown as EffectParts["handlers"];
  for (let round = 0; round < 10; round += 1) {
    const open = await test.asSuperuser<EffectKey & { kind: string }>(
      `select customer_id as "customerId", machine_id as "machineId", seq, n, kind from effect
       where state = 'pending' and kind in ('command', 'handOver', 'mail') order by at, n`,
    );
    if (open.length === 0) return;
    for (const key of open) {
      if (cut?.(key.kind)) return;
      await runEffect({ ...portal, handlers }, key, true);
    }
  }
}
