import { z } from "zod";

/** The environment, read once. Addresses have no slash at the end. */
export interface Env {
  demo: boolean;
  port: number;
  /** The address that the listeners bind to; all of the machine's where left out. */
  host?: string;
  /** Where probes and metrics answer besides the pages, or instead of them. */
  metricsPort?: number;
  metricsToken?: string;
  /** How long a stopping web process still takes requests, so that a balancer learns of it. */
  stopDelaySeconds?: number;
  appUrl: string;
  /** Newest first; older ones still decrypt what they encrypted. */
  sessionSecrets: string[];
  database: { kind: "postgres"; url: string } | { kind: "pglite"; folder: string };
  /** The newest webhook secret stands first; an older one counts while it is being rolled. */
  stripe: { secretKey: string; webhookSecrets: string[]; baseUrl?: string };
  resend: { apiKey: string; webhookSecret?: string; baseUrl?: string };
  mailFrom: string;
  /** Whether the process ends when its standard input does, as the demo's does with its starter. */
  stopWithParent: boolean;
  /** How many proxies stand before the portal, whose `X-Forwarded-For` entries are believed. */
  trustedProxies: number;
}

/** The process must not start; `problems` has one line for each variable that is missing or wrong. */
export class EnvError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(
      `The portal can't start with this environment:\n${problems.map((p) => `- ${p}`).join("\n")}`,
    );
    this.name = "EnvError";
    this.problems = problems;
  }
}

const isLoopback = (url: string) =>
  /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
const origin = z
  .url({ protocol: /^https?$/, error: "must be an http(s) address" })
  .transform((url) => new URL(url).href.replace(/\/+$/, ""));
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" });
const port = z.coerce.number("must be a port number").int().min(0).max(65_535);
const key = (prefix: RegExp, words: string) => z.string().regex(prefix, `must begin with ${words}`);

const variables = z.object({
  DEMO: z.enum(["0", "1"], "must be 1 or left out").optional(),
  PORT: port.default(3000),
  HOST: z.string().min(1).optional(),
  METRICS_PORT: port.optional(),
  METRICS_TOKEN: z.string().min(32, "must have 32 characters or more").optional(),
  STOP_DELAY_SECONDS: z.coerce.number("must be a number").int().min(0).max(60).default(0),
  APP_URL: origin,
  SESSION_SECRET: z
    .string()
    .transform((text) => text.split(",").map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => secret.length >= 32), {
      error: "must have 32 characters or more (several, newest first, are separated by commas)",
    }),
  DATABASE_URL: postgresUrl.optional(),
  DATA: z.string().min(1, "must name a folder").optional(),
  STRIPE_SECRET_KEY: key(/^(sk|rk)_(test|live)_/, "sk_test_, sk_live_, rk_test_ or rk_live_"),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .transform((text) => text.split(",").map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => /^whsec_\S/.test(secret)), {
      error: "must begin with whsec_ (several, newest first, are separated by commas)",
    }),
  STRIPE_BASE_URL: origin.optional(),
  RESEND_API_KEY: key(/^re_/, "re_"),
  RESEND_WEBHOOK_SECRET: key(/^whsec_/, "whsec_").optional(),
  RESEND_BASE_URL: origin.optional(),
  MAIL_FROM: z.string().min(3).optional(),
  STOP_WITH_PARENT: z.enum(["0", "1"], "must be 1 or left out").optional(),
  TRUSTED_PROXIES: z.coerce.number("must be a number").int().min(0).max(9).default(0),
});

type Variables = z.infer<typeof variables>;

/** What only several variables together tell. */
function contradictions(given: Variables): string[] {
  const problems: string[] = [];
  const demo = given.DEMO === "1";
  for (const name of ["DATA", "STRIPE_BASE_URL", "RESEND_BASE_URL"] as const) {
    if (!demo && given[name] !== undefined) problems.push(`${name} is allowed with DEMO=1 only`);
  }
  if (!demo && given.DATABASE_URL === undefined) problems.push("DATABASE_URL is missing");
  if (demo && (given.DATABASE_URL === undefined) === (given.DATA === undefined)) {
    problems.push("DEMO=1 needs either DATA or DATABASE_URL");
  }
  if (demo && /_live_/.test(given.STRIPE_SECRET_KEY)) {
    problems.push("STRIPE_SECRET_KEY is a live key, which DEMO=1 must not use");
  }
  if (!demo && given.APP_URL.startsWith("http:") && !isLoopback(given.APP_URL)) {
    problems.push("APP_URL must begin with https://");
  }
  if (new URL(given.APP_URL).pathname !== "/") problems.push("APP_URL must have no path");
  return problems;
}

/** A line for one fault; the value itself is never repeated, it may be a secret. */
function problemLine(issue: z.core.$ZodIssue, source: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  return source[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
}

/**
 * Reads the environment of the commands that run the portal. An empty variable counts as missing.
 * Throws an EnvError that lists everything that is missing or malformed.
 */
export function readEnv(environment: Record<string, string | undefined>): Env {
  const source = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = variables.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => problemLine(issue, source));
    // The check that would say so needs all variables well-formed; one start should show all faults.
    if (source["DEMO"] !== "1" && source["DATABASE_URL"] === undefined) {
      problems.push("DATABASE_URL is missing");
    }
    throw new EnvError([...new Set(problems)]);
  }
  const problems = contradictions(parsed.data);
  if (problems.length > 0) throw new EnvError(problems);
  return toEnv(parsed.data);
}

function toEnv(given: Variables): Env {
  return {
    demo: given.DEMO === "1",
    port: given.PORT,
    // A demonstration is nobody else's business.
    host: given.HOST ?? (given.DEMO === "1" ? "127.0.0.1" : undefined),
    metricsPort: given.METRICS_PORT,
    metricsToken: given.METRICS_TOKEN,
    stopDelaySeconds: given.STOP_DELAY_SECONDS,
    appUrl: given.APP_URL,
    sessionSecrets: given.SESSION_SECRET,
    database:
      given.DATABASE_URL === undefined
        ? { kind: "pglite", folder: given.DATA ?? "" }
        : { kind: "postgres", url: given.DATABASE_URL },
    stripe: {
      secretKey: given.STRIPE_SECRET_KEY,
      webhookSecrets: given.STRIPE_WEBHOOK_SECRET,
      baseUrl: given.STRIPE_BASE_URL,
    },
    resend: {
      apiKey: given.RESEND_API_KEY,
      webhookSecret: given.RESEND_WEBHOOK_SECRET,
      baseUrl: given.RESEND_BASE_URL,
    },
    // Nobody can write from localhost; a provider would refuse it.
    mailFrom:
      given.MAIL_FROM ??
      `no-reply@${isLoopback(given.APP_URL) ? "portal.example" : new URL(given.APP_URL).hostname}`,
    stopWithParent: given.STOP_WITH_PARENT === "1",
    trustedProxies: given.TRUSTED_PROXIES,
  };
}

/**
 * What the command `migrate` needs: the address of a user who may make roles, and the name of the
 * user who runs the portal where that is another one. Throws an EnvError.
 */
export function readMigrationEnv(environment: Record<string, string | undefined>): {
  url: string;
  loginRole?: string;
} {
  const optional = z.preprocess(
    (value) => (value === "" ? undefined : value),
    postgresUrl.optional(),
  );
  const parsed = z
    .object({ MIGRATION_DATABASE_URL: optional, DATABASE_URL: optional })
    .safeParse(environment);
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => problemLine(issue, environment)));
  }
  const { MIGRATION_DATABASE_URL: migration, DATABASE_URL: portal } = parsed.data;
  const url = migration ?? portal;
  if (url === undefined) throw new EnvError(["MIGRATION_DATABASE_URL is missing"]);
  const user = portal === undefined ? "" : decodeURIComponent(new URL(portal).username);
  return user !== "" && portal !== url ? { url, loginRole: user } : { url };
}
