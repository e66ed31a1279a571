import { createHash } from "node:crypto";
import type { AccountMails, AccountMailUser } from "#app/accounts.ts";
import { lifetimes } from "#app/accounts.ts";
import { writeMail, type MailProps, type MailTemplate } from "#app/gateways/mail-writer.ts";
import type { MailGateway } from "#app/gateways/mail.ts";
import { log } from "#app/log.ts";
import type { Database } from "#db/client.ts";
import { readOperatorProfile } from "#db/queries/operator-profile.ts";

interface MailParts {
  database: Database;
  mail: MailGateway;
  mailFrom: string;
  appUrl: string;
}

/** All mails of accounts, with what waits for the provider. */
export interface AccountPost extends AccountMails {
  newSignIn(
    user: AccountMailUser,
    signIn: { sessionToken: string; signedInAt: Date; ipAddress: string; device: string },
  ): void;
  /** Resolves when no mail is under way; before the process ends. */
  settle(): Promise<void>;
}

type OwnProps<Template extends MailTemplate> = Omit<
  MailProps<Template>,
  "operator" | "recipientName" | "companyName"
>;

/** Names a mail by its secret without telling it. */
const keyOf = (template: string, secret: string) =>
  `${template}/${createHash("sha256").update(secret).digest("hex")}`;

/**
 * Sends the mails of accounts directly: they belong to no customer's machine yet. Nobody waits for the
 * provider, so an answer takes equally long for known and unknown addresses; a failure is logged, and
 * the person can ask for the mail again.
 */
export function accountMails({ database, mail, mailFrom, appUrl }: MailParts): AccountPost {
  const underWay = new Set<Promise<void>>();

  async function deliver<Template extends MailTemplate>(
    template: Template,
    user: AccountMailUser & { locale?: unknown },
    secret: string,
    props: OwnProps<Template>,
  ): Promise<void> {
    const operator = await database.transaction({ role: "portal_engine" }, readOperatorProfile);
    const locale = user.locale === "en" ? "en" : "ja";
    const all = { ...props, operator, recipientName: user.name, companyName: null };
    const written = await writeMail(template, all as unknown as MailProps<Template>, locale);
    const key = keyOf(template, secret);
    const outcome = await mail.sendMail({ key, from: mailFrom, to: user.email, ...written });
    if (outcome.outcome === "sent") return;
    log.error(
      { template, userId: user.id, outcome: outcome.outcome },
      `mail not sent: ${outcome.reason}`,
    );
  }

  function post<Template extends MailTemplate>(
    template: Template,
    user: AccountMailUser,
    secret: string,
    props: OwnProps<Template>,
  ): void {
    const delivery = deliver(template, user, secret, props)
      .catch((error: unknown) =>
        log.error({ template, userId: user.id, err: error }, "mail not sent"),
      )
      .finally(() => underWay.delete(delivery));
    underWay.add(delivery);
  }

  const page = (path: string, token?: string) =>
    `${appUrl}${path}${token === undefined ? "" : `?token=${encodeURIComponent(token)}`}`;

  return {
    verifyEmail: (user, token) =>
      post("verify-email", user, token, {
        url: page("/verify-email", token),
        email: user.email,
        validHours: lifetimes.verificationHours,
      }),
    // One such mail an hour: whoever tries an address again and again must not fill its mailbox.
    accountExists: (user) =>
      post("account-exists", user, `${user.id}/${Math.floor(Date.now() / 3_600_000)}`, {
        url: page("/sign-in"),
        email: user.email,
      }),
    passwordReset: (user, token) =>
      post("password-reset", user, token, {
        url: page("/reset-password", token),
        validMinutes: lifetimes.resetMinutes,
      }),
    newSignIn: (user, { sessionToken, signedInAt, ipAddress, device }) =>
      post("new-sign-in", user, sessionToken, {
        url: page("/account"),
        signedInAt: signedInAt.toISOString(),
        ipAddress,
        device,
      }),
    settle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
