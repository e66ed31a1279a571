import type { Database } from "#db/client.ts";
import type { Accounts } from "./accounts.ts";
import type { Clock } from "./clock.ts";
import type { MailGateway } from "./gateways/mail.ts";
import type { PaymentGateway } from "./gateways/payments.ts";
import type { RateLimiter } from "./middleware/rate-limit.ts";
import type { AccountPost } from "./usecases/accounts/account-mails.ts";
import type { Metrics } from "./telemetry/metrics.ts";
import type { Readiness } from "./telemetry/readiness.ts";
import type { Dispatch } from "./workflow/dispatch.ts";
import type { Jobs } from "./workflow/jobs.ts";

/** What every use-case of this process works with; opened once at the start, closed at the end. */
export interface Portal {
  readonly database: Database;
  readonly clock: Clock;
  /** The one door through which the state of a machine changes. */
  readonly dispatch: Dispatch;
  readonly jobs: Jobs;
  readonly payments: PaymentGateway;
  readonly mail: MailGateway;
  /** Signs what the mail provider tells of deliveries; null where it is not asked to. */
  readonly mailWebhookSecret: string | null;
  /** The sender of every mail, such as "Portal <portal@example.jp>". */
  readonly mailFrom: string;
  /** Sign-in, sessions and second factors. */
  readonly accounts: Accounts;
  /** The mails of accounts, which belong to no machine. */
  readonly post: AccountPost;
  /** Counts together with all processes on the database. */
  readonly limiter: RateLimiter;
  /** Counts in this process, for what protects the database itself. */
  readonly auditLimiter: RateLimiter;
  readonly metrics: Metrics;
  /** What a scraper of the metrics must show; null where nobody may have them. */
  readonly metricsToken: string | null;
  readonly readiness: Readiness;
  /** What signs cookies; newest first. */
  readonly secrets: readonly string[];
  /** Where the portal is reached from outside, without a slash at the end. */
  readonly appUrl: string;
  /** Whether the demo's clock page, accounts and sandbox exist in this process. */
  readonly demo: boolean;
  /** Where the demo's payment and mail sandbox answers; null outside the demo. */
  readonly sandboxUrl: string | null;
}

const holder = globalThis as { __portal?: Portal };

/** Makes `portal` what `currentPortal` returns in this process. */
export function installPortal(portal: Portal): void {
  holder.__portal = portal;
}

/** The portal of this process. Throws before it was installed. */
export function currentPortal(): Portal {
  if (!holder.__portal) throw new Error("The portal is not open yet: call installPortal first.");
  return holder.__portal;
}
