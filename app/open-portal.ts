import { openPglite, openPostgres, type Database } from "#db/client.ts";
import { migratePglite } from "#db/migrate.ts";
import { openAccounts } from "./accounts.ts";
import { movableClock, wallClock } from "./clock.ts";
import type { Env } from "./env.ts";
import { createMailGateway } from "./gateways/mail.ts";
import { createPaymentGateway } from "./gateways/stripe.ts";
import { log } from "./log.ts";
import { memoryRateLimiter } from "./middleware/rate-limit.ts";
import { installPortal, type Portal } from "./portal.ts";
import { sharedRateLimiter } from "./shared-rate-limit.ts";
import { addDatabaseGauges } from "./telemetry/database-gauges.ts";
import { measuredDispatch } from "./telemetry/measured-dispatch.ts";
import { createMetrics } from "./telemetry/metrics.ts";
import { watchReadiness } from "./telemetry/readiness.ts";
import { accountMails } from "./usecases/accounts/account-mails.ts";
import { createDispatch } from "./workflow/dispatch.ts";
import { startJobs } from "./workflow/jobs.ts";

export interface OpenPortal {
  portal: Portal;
  /** Lets mails and jobs under way end, then closes the database. */
  close(): Promise<void>;
}

/** A demonstration has its visitors, tests and examples behind one address. */
const demoLimitFactor = 50;

/** Opens what the environment names; the embedded database is brought up to date on the way. */
async function openDatabase({ database }: Env): Promise<Database> {
  if (database.kind === "postgres") return openPostgres(database.url);
  const opened = await openPglite(database.folder);
  await migratePglite(opened.client);
  return opened.database;
}

/**
 * Puts the portal together on an open database, which it closes at the end, and installs it as this
 * process's own. `works` says that this process works jobs; else it only makes them.
 */
export async function assemblePortal(
  env: Env,
  database: Database,
  { works }: { works: boolean },
): Promise<OpenPortal> {
  const { appUrl, demo, stripe, resend, mailFrom, sessionSecrets: secrets } = env;
  const clock = demo ? movableClock(database) : wallClock;
  const onJobError = (error: Error) => log.error({ err: error }, "a fault in the job store");
  const jobs = await startJobs(database, onJobError, works);
  const mail = createMailGateway({
    apiKey: resend.apiKey,
    baseUrl: resend.baseUrl,
    timeoutSeconds: 10,
  });
  const post = accountMails({ database, mail, mailFrom, appUrl });
  const metrics = createMetrics();
  addDatabaseGauges(metrics, { database, clock });
  const onFlush = (commands: number) => metrics.observeBatch(commands);
  const [newest = ""] = secrets;
  const factor = demo ? demoLimitFactor : 1;
  const portal: Portal = {
    ...{ database, clock, jobs, mail, mailFrom, post, secrets, appUrl, demo },
    mailWebhookSecret: resend.webhookSecret ?? null,
    dispatch: measuredDispatch(createDispatch({ database, jobs, clock, onFlush }), metrics),
    payments: createPaymentGateway({
      secretKey: stripe.secretKey,
      webhookSecrets: stripe.webhookSecrets,
      baseUrl: stripe.baseUrl,
      timeoutSeconds: 10,
      livemode: stripe.secretKey.includes("_live_"),
    }),
    accounts: openAccounts({ database, appUrl, secrets, mails: post }),
    limiter: sharedRateLimiter({ database, secret: newest, factor }),
    auditLimiter: memoryRateLimiter({ factor }),
    ...{ metrics, metricsToken: env.metricsToken ?? null },
    readiness: watchReadiness(database),
    sandboxUrl: demo ? (stripe.baseUrl ?? null) : null,
  };
  installPortal(portal);
  return {
    portal,
    close: async () => {
      await post.settle();
      await jobs.stop();
      await database.close();
    },
  };
}

/** Opens the portal that the environment describes. Throws where the database can't be opened. */
export async function openPortal(env: Env, options: { works: boolean }): Promise<OpenPortal> {
  const database = await openDatabase(env);
  try {
    return await assemblePortal(env, database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}
